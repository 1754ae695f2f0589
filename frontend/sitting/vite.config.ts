import { defineConfig } from 'vitest/config';

/**
 * The sitting pages: a front end of their own beside Vaadin's, served by Spring as static files without a session.
 * Build: node node_modules/vite/bin/vite.js build -c frontend/sitting/vite.config.ts
 * Tests: node node_modules/vitest/vitest.mjs run -c frontend/sitting/vite.config.ts
 * By hand: node frontend/sitting/dev/mock-server.mjs
 */
export default defineConfig({
  root: __dirname,
  base: '/sitting/',
  cacheDir: '../../target/vite-sitting',
  build: {
    outDir: '../../target/classes/static/sitting',
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    // Formulas are a chunk of their own with a style sheet and fonts, which only a paper with formulas asks for.
    cssCodeSplit: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': process.env['LIANBING_API'] ?? 'http://127.0.0.1:8188' } },
  test: {
    root: __dirname,
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
});

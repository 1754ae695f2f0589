import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The sitting pages: a front end of their own beside Vaadin's, served by Spring as static files without a session.
 * Build: node node_modules/vite/bin/vite.js build -c frontend/sitting/vite.config.ts
 * Tests: node node_modules/vitest/vitest.mjs run -c frontend/sitting/vite.config.ts
 * By hand: node frontend/sitting/dev/mock-server.mjs
 */
/** What shows formulas on printed papers, as one file: the server writes it into pages that are whole by themselves. */
const formulasForPrint = {
  name: 'formulas-for-print',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }) {
    const source = readFileSync(resolve(__dirname, '../../node_modules/katex/dist/katex.min.js'), 'utf8');
    this.emitFile({ type: 'asset', fileName: 'print/katex.js', source });
  },
};

export default defineConfig({
  root: __dirname,
  plugins: [formulasForPrint],
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
    // The second page shows an item to its author, within the editor.
    rollupOptions: { input: { index: resolve(__dirname, 'index.html'), preview: resolve(__dirname, 'preview.html') } },
  },
  server: { proxy: { '/api': process.env['LIANBING_API'] ?? 'http://127.0.0.1:8188' } },
  test: {
    root: __dirname,
    include: ['test/**/*.test.ts'],
    environment: 'node',
  },
});

package org.lianbing.bank.exchange.office;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.lianbing.media.LineLength;

/**
 * Where a metafile is painted until its time is over. Whatever is painted is asked before; one line alone may not take
 * for ever either, which many corners or dashes could make it.
 */
final class BoundedGraphics extends Graphics2D {

    /** Of one line, up and down over the paper, in pixels. */
    private static final double LONGEST = 2_000_000;

    private static final double MOST_DASHES = 100_000;

    /** The time is over. An error, because the painter passes over all exceptions and goes on with the next line. */
    static final class Over extends Error {
        private static final long serialVersionUID = 1;

        Over() {
            super(null, null, false, false);
        }
    }

    private final Graphics2D out;
    private final BooleanSupplier over;

    /** @param over whether the time is over */
    BoundedGraphics(Graphics2D out, BooleanSupplier over) {
        this.out = out;
        this.over = over;
    }

    private void demandTime() {
        if (over.getAsBoolean()) {
            throw new Over();
        }
    }

    private void demandTime(@Nullable Shape shape) {
        demandTime();
        if (shape != null && LineLength.of(shape, out.getTransform()) > LONGEST) {
            throw new Over();
        }
    }

    private void demandDashes(Shape shape) {
        if (out.getStroke() instanceof BasicStroke pen && !(LineLength.dashes(shape, pen) <= MOST_DASHES)) {
            throw new Over();
        }
    }

    @Override
    public void draw(Shape shape) {
        demandTime(shape);
        demandDashes(shape);
        out.draw(shape);
    }

    @Override
    public void fill(Shape shape) {
        demandTime(shape);
        out.fill(shape);
    }

    @Override
    public boolean drawImage(Image image, AffineTransform on, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, on, observer);
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp by, int x, int y) {
        demandTime();
        out.drawImage(image, by, x, y);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform on) {
        demandTime();
        out.drawRenderedImage(image, on);
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform on) {
        demandTime();
        out.drawRenderableImage(image, on);
    }

    @Override
    public void drawString(String text, int x, int y) {
        demandTime();
        out.drawString(text, x, y);
    }

    @Override
    public void drawString(String text, float x, float y) {
        demandTime();
        out.drawString(text, x, y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, int x, int y) {
        demandTime();
        out.drawString(text, x, y);
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        demandTime();
        out.drawString(text, x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        demandTime();
        out.drawGlyphVector(glyphs, x, y);
    }

    @Override
    public boolean hit(Rectangle within, Shape shape, boolean onStroke) {
        demandTime(shape);
        return out.hit(within, shape, onStroke);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return out.getDeviceConfiguration();
    }

    @Override
    public void setComposite(Composite composite) {
        out.setComposite(composite);
    }

    @Override
    public void setPaint(Paint paint) {
        out.setPaint(paint);
    }

    @Override
    public void setStroke(Stroke stroke) {
        out.setStroke(stroke);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        out.setRenderingHint(key, value);
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return out.getRenderingHint(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> hints) {
        out.setRenderingHints(hints);
    }

    @Override
    public void addRenderingHints(Map<?, ?> hints) {
        out.addRenderingHints(hints);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return out.getRenderingHints();
    }

    @Override
    public void translate(int x, int y) {
        out.translate(x, y);
    }

    @Override
    public void translate(double x, double y) {
        out.translate(x, y);
    }

    @Override
    public void rotate(double angle) {
        out.rotate(angle);
    }

    @Override
    public void rotate(double angle, double x, double y) {
        out.rotate(angle, x, y);
    }

    @Override
    public void scale(double x, double y) {
        out.scale(x, y);
    }

    @Override
    public void shear(double x, double y) {
        out.shear(x, y);
    }

    @Override
    public void transform(AffineTransform by) {
        out.transform(by);
    }

    @Override
    public void setTransform(AffineTransform transform) {
        demandTime();
        out.setTransform(transform);
    }

    @Override
    public AffineTransform getTransform() {
        return out.getTransform();
    }

    @Override
    public Paint getPaint() {
        return out.getPaint();
    }

    @Override
    public Composite getComposite() {
        return out.getComposite();
    }

    @Override
    public void setBackground(Color color) {
        out.setBackground(color);
    }

    @Override
    public Color getBackground() {
        return out.getBackground();
    }

    @Override
    public Stroke getStroke() {
        return out.getStroke();
    }

    @Override
    public void clip(@Nullable Shape shape) {
        demandTime(shape);
        out.clip(shape);
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        demandTime();
        return out.getFontRenderContext();
    }

    @Override
    public Graphics create() {
        demandTime();
        return new BoundedGraphics((Graphics2D) out.create(), over);
    }

    @Override
    public Color getColor() {
        return out.getColor();
    }

    @Override
    public void setColor(Color color) {
        out.setColor(color);
    }

    @Override
    public void setPaintMode() {
        out.setPaintMode();
    }

    @Override
    public void setXORMode(Color color) {
        out.setXORMode(color);
    }

    @Override
    public Font getFont() {
        return out.getFont();
    }

    @Override
    public void setFont(Font font) {
        out.setFont(font);
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return out.getFontMetrics(font);
    }

    @Override
    public Rectangle getClipBounds() {
        return out.getClipBounds();
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        demandTime();
        out.clipRect(x, y, width, height);
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        demandTime();
        out.setClip(x, y, width, height);
    }

    @Override
    public Shape getClip() {
        demandTime();
        return out.getClip();
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        demandTime(shape);
        out.setClip(shape);
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int toX, int toY) {
        demandTime();
        out.copyArea(x, y, width, height, toX, toY);
    }

    @Override
    public void drawLine(int x, int y, int toX, int toY) {
        draw(new Line2D.Double(x, y, toX, toY));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        demandTime();
        out.clearRect(x, y, width, height);
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int from, int angle) {
        draw(new Arc2D.Double(x, y, width, height, from, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int from, int angle) {
        fill(new Arc2D.Double(x, y, width, height, from, angle, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] x, int[] y, int count) {
        Path2D.Double line = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                line.moveTo(x[i], y[i]);
            } else {
                line.lineTo(x[i], y[i]);
            }
        }
        draw(line);
    }

    @Override
    public void drawPolygon(int[] x, int[] y, int count) {
        draw(new Polygon(x, y, count));
    }

    @Override
    public void fillPolygon(int[] x, int[] y, int count) {
        fill(new Polygon(x, y, count));
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, x, y, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, x, y, width, height, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color color, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, x, y, color, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color color, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, x, y, width, height, color, observer);
    }

    @Override
    public boolean drawImage(
            Image image, int toX, int toY, int toX2, int toY2, int x, int y, int x2, int y2, ImageObserver observer) {
        demandTime();
        return out.drawImage(image, toX, toY, toX2, toY2, x, y, x2, y2, observer);
    }

    @Override
    public boolean drawImage(
            Image image,
            int toX,
            int toY,
            int toX2,
            int toY2,
            int x,
            int y,
            int x2,
            int y2,
            Color color,
            ImageObserver observer) {
        demandTime();
        return out.drawImage(image, toX, toY, toX2, toY2, x, y, x2, y2, color, observer);
    }

    @Override
    public void dispose() {
        out.dispose();
    }
}

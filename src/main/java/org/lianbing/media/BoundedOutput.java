package org.lianbing.media;

import java.awt.BasicStroke;
import java.awt.Image;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.github.weisj.jsvg.renderer.output.Output;
import org.jspecify.annotations.Nullable;

/**
 * Where a drawing is painted until its time is over: whatever it repeats, it then ends with an exception. One line alone
 * may not take for ever either, which only dashes could make it.
 */
final class BoundedOutput implements Output {

    private static final double MOST_DASHES = 200_000;

    /** The drawing has taken too long. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super(null, null, false, false);
        }
    }

    private final Output out;
    private final BooleanSupplier over;

    /** @param over whether its time is over */
    BoundedOutput(Output out, BooleanSupplier over) {
        this.out = out;
        this.over = over;
    }

    private void demandTime() {
        if (over.getAsBoolean()) {
            throw new Over();
        }
    }

    @Override
    public void fillShape(Shape shape) {
        demandTime();
        out.fillShape(shape);
    }

    @Override
    public void drawShape(Shape shape) {
        demandTime();
        if (out.stroke() instanceof BasicStroke pen && !(LineLength.dashes(shape, pen) <= MOST_DASHES)) {
            throw new Over();
        }
        out.drawShape(shape);
    }

    @Override
    public void drawImage(BufferedImage image) {
        demandTime();
        out.drawImage(image);
    }

    @Override
    public void drawImage(Image image, @Nullable ImageObserver observer) {
        demandTime();
        out.drawImage(image, observer);
    }

    @Override
    public void drawImage(Image image, AffineTransform transform, @Nullable ImageObserver observer) {
        demandTime();
        out.drawImage(image, transform, observer);
    }

    @Override
    public void setPaint(Paint paint) {
        out.setPaint(paint);
    }

    @Override
    public void setPaint(Supplier<Paint> paint) {
        out.setPaint(paint);
    }

    @Override
    public void setStroke(Stroke stroke) {
        out.setStroke(stroke);
    }

    @Override
    public Stroke stroke() {
        return out.stroke();
    }

    @Override
    public void applyClip(Shape shape) {
        demandTime();
        out.applyClip(shape);
    }

    @Override
    public void setClip(@Nullable Shape shape) {
        demandTime();
        out.setClip(shape);
    }

    @Override
    public Optional<Float> contextFontSize() {
        return out.contextFontSize();
    }

    @Override
    public Output createChild() {
        demandTime();
        return new BoundedOutput(out.createChild(), over);
    }

    @Override
    public void dispose() {
        out.dispose();
    }

    @Override
    public void debugPaint(Consumer<java.awt.Graphics2D> painter) {
        // Nobody looks for faults here.
    }

    @Override
    public Rectangle2D clipBounds() {
        return out.clipBounds();
    }

    @Override
    public @Nullable RenderingHints renderingHints() {
        return out.renderingHints();
    }

    @Override
    public @Nullable Object renderingHint(RenderingHints.Key key) {
        return out.renderingHint(key);
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, @Nullable Object value) {
        out.setRenderingHint(key, value);
    }

    @Override
    public AffineTransform transform() {
        return out.transform();
    }

    @Override
    public void setTransform(AffineTransform transform) {
        out.setTransform(transform);
    }

    @Override
    public void applyTransform(AffineTransform transform) {
        out.applyTransform(transform);
    }

    @Override
    public void rotate(double angle) {
        out.rotate(angle);
    }

    @Override
    public void scale(double x, double y) {
        out.scale(x, y);
    }

    @Override
    public void translate(double x, double y) {
        out.translate(x, y);
    }

    @Override
    public float currentOpacity() {
        return out.currentOpacity();
    }

    @Override
    public void applyOpacity(float opacity) {
        out.applyOpacity(opacity);
    }

    @Override
    public SafeState safeState() {
        demandTime();
        return out.safeState();
    }

    @Override
    public boolean supportsFilters() {
        return out.supportsFilters();
    }

    @Override
    public boolean supportsColors() {
        return out.supportsColors();
    }

    @Override
    public boolean isSoftClippingEnabled() {
        return out.isSoftClippingEnabled();
    }

    @Override
    public boolean hasMaskedPaint() {
        return out.hasMaskedPaint();
    }
}

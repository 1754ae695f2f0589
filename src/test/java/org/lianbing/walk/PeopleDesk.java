package org.lianbing.walk;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ScreenshotOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** An administrator at the page of people. */
final class PeopleDesk {

    private static final ScreenshotOptions STILL = new ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);

    private final Page page;

    PeopleDesk(Page page) {
        this.page = page;
        page.navigate("/people");
    }

    /** Adds somebody, who is then shown at the side. */
    void add(String name, String unit) {
        WalkTest.button(page, "添加人员").click();
        var dialog = page.locator("vaadin-dialog");
        dialog.getByLabel("姓名").fill(name);
        WalkTest.choose(page, dialog.getByLabel("单位"), unit);
        WalkTest.button(dialog, "添加人员").click();
        assertThat(page.locator(".side-panel h2")).hasText(name);
    }

    /** Prints a card for whom the side shows, and reads the address out of its picture, as a phone does. */
    String printCard() {
        WalkTest.button(page, "打印激活卡").click();
        var code = page.locator(".card-sheet .qr");
        assertThat(code).isVisible();
        WalkTest.picture(page, "activation-card-desk");
        String address = read(nearby(code).screenshot(STILL));
        WalkTest.button(page.locator("vaadin-dialog"), "收起").click();
        return address;
    }

    /** The code as whole pixels a square: at sizes between, this reader sees one code in a hundred wrong. */
    private static Locator nearby(Locator code) {
        Locator drawing = code.locator("svg");
        drawing.evaluate(
                "svg => { const side = 4 * svg.viewBox.baseVal.width; svg.style.width = svg.style.height = `${side}px`; }");
        return drawing;
    }

    private static String read(byte[] picture) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
            int width = image.getWidth();
            int height = image.getHeight();
            RGBLuminanceSource source =
                    new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                            Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        } catch (IOException | ReaderException e) {
            throw new AssertionError("The code on the card cannot be read", e);
        }
    }
}

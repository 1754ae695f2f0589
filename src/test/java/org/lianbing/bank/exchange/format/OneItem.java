package org.lianbing.bank.exchange.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.Origin;
import org.lianbing.base.Level;
import org.lianbing.media.ClipType;
import org.lianbing.media.MediaFile;
import org.lianbing.media.MediaId;
import org.lianbing.media.PictureType;

/** Items to be written by a test. */
public record OneItem(List<ItemContent> contents, Map<String, byte[]> pictures, String trade) implements ExportedItems {

    public OneItem(List<ItemContent> contents, Map<String, byte[]> pictures) {
        this(contents, pictures, "钳工");
    }

    /** The bytes that a writer makes of them. */
    public byte[] written(FormatWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(this, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public String title() {
        return "试卷";
    }

    @Override
    public Locale language() {
        return Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void each(Consumer<ExportedItem> taker) {
        for (int i = 0; i < contents.size(); i++) {
            taker.accept(new ExportedItem(
                    "fitter-000" + i, contents.get(i), "fitter", trade, List.of(Level.SENIOR), List.of(), Origin.NONE));
        }
    }

    @Override
    public Optional<MediaFile> media(String id) {
        return Optional.ofNullable(pictures.get(id))
                .map(bytes -> new MediaFile(
                        new MediaId(id),
                        ClipType.of(bytes)
                                .map(ClipType::contentType)
                                .or(() -> PictureType.of(bytes).map(PictureType::contentType))
                                .orElse("image/png"),
                        bytes));
    }
}

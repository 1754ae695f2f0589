package org.lianbing.bank.exchange.qti;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.springframework.stereotype.Component;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.ExportedItem;
import org.lianbing.bank.exchange.format.ExportedItems;
import org.lianbing.bank.exchange.format.FormatWriter;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.text.PicturePlaces;
import org.lianbing.base.MarkdownText;
import org.lianbing.media.MediaFile;

/** Writes a QTI 3.0 content package: a manifest, an item a file, pictures beside them. */
@Component
class QtiPackageWriter implements FormatWriter {

    private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final MarkdownText markdown;

    QtiPackageWriter(MarkdownText markdown) {
        this.markdown = markdown;
    }

    @Override
    public String format() {
        return QtiPackageReader.FORMAT;
    }

    @Override
    public String extension() {
        return "zip";
    }

    @Override
    public String contentType() {
        return "application/zip";
    }

    @Override
    public Loss loss(ItemContent content) {
        return loss(content.interaction());
    }

    /** What one part of a 案例 loses is a part of what it says. */
    private static Loss loss(Interaction interaction) {
        return switch (interaction) {
            case Interaction.Case(var parts) ->
                parts.stream().allMatch(part -> loss(part.interaction()) == Loss.NOTHING) ? Loss.NOTHING : Loss.PART;
            case Interaction.Calculated calculated -> Loss.ALL;
            case Interaction.Practical practical -> Loss.ALL;
            case Interaction.Numeric number -> number.figures() == null ? Loss.NOTHING : Loss.PART;
            default -> Loss.NOTHING;
        };
    }

    @Override
    public void write(ExportedItems items, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        PicturePlaces pictures = new PicturePlaces(items, name -> "../media/" + name);
        QtiXml xml = new QtiXml(markdown, pictures);
        Map<String, Set<String>> resources = new LinkedHashMap<>();
        Set<String> written = new LinkedHashSet<>();
        try {
            items.each(item -> {
                entry(zip, "items/" + item.code() + ".xml", item(xml, item));
                Map<String, MediaFile> taken = pictures.taken();
                resources.put(item.code(), Set.copyOf(taken.keySet()));
                taken.forEach((name, file) -> {
                    if (written.add(name)) {
                        entry(zip, "media/" + name, file.bytes());
                    }
                });
            });
            entry(zip, "imsmanifest.xml", manifest(resources).getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        zip.finish();
    }

    private static byte[] item(QtiXml xml, ExportedItem item) {
        ItemContent content = item.content();
        QtiAsking asking =
                QtiAsking.of(xml, QtiScoring.RESPONSE, content.stem(), content.interaction(), content.credit());
        String start = "<qti-assessment-item xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\" identifier=\""
                + QtiXml.escaped(item.code()) + "\" title=\"" + QtiXml.escaped(item.code())
                + "\" adaptive=\"false\" time-dependent=\"false\" xml:lang=\"zh-CN\"";
        String rest = ">" + asking.declarations()
                + QtiScoring.outcomes(content)
                + "<qti-item-body>" + asking.body() + "</qti-item-body>" + QtiScoring.processing(content)
                + QtiScoring.explanation(xml, content)
                + "</qti-assessment-item>";
        return (BEGIN + start + QtiOwn.attributes(start + rest, content) + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static String manifest(Map<String, Set<String>> resources) {
        StringBuilder all = new StringBuilder(BEGIN)
                .append(
                        "<manifest xmlns=\"http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1\" identifier=\"lianbing\">")
                .append("<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>")
                .append("<organizations/><resources>");
        resources.forEach((code, pictures) -> {
            String href = "items/" + QtiXml.escaped(code) + ".xml";
            all.append("<resource identifier=\"")
                    .append(QtiXml.escaped(code))
                    .append("\" type=\"imsqti_item_xmlv3p0\" href=\"")
                    .append(href)
                    .append("\"><file href=\"")
                    .append(href)
                    .append("\"/>");
            pictures.stream()
                    .sorted()
                    .forEach(name ->
                            all.append("<file href=\"media/").append(name).append("\"/>"));
            all.append("</resource>");
        });
        return all.append("</resources></manifest>").toString();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

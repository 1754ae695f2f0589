package org.lianbing.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Files with many questions of single choice, written as other systems write them. */
final class ManyQuestions {

    private static final int CHOICES = 4;
    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="bench">
              <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
              <organizations/>
              <resources>
            %s  </resources>
            </manifest>
            """;
    private static final String RESOURCE =
            "    <resource identifier=\"i%1$d\" type=\"imsqti_item_xmlv2p1\" href=\"items/i%1$d.xml\">"
                    + "<file href=\"items/i%1$d.xml\"/></resource>\n";
    private static final String ITEM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i%d" title="%d" adaptive="false"
                timeDependent="false">
              <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier">
                <correctResponse><value>%s</value></correctResponse>
              </responseDeclaration>
              <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
              <itemBody>
                <choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1">
                  <prompt>%s</prompt>
            %s    </choiceInteraction>
              </itemBody>
              <responseProcessing
                  template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"/>
            </assessmentItem>
            """;

    private final SyntheticItems items;
    private final int count;

    ManyQuestions(int count) {
        this.items = new SyntheticItems(count);
        this.count = count;
    }

    /** A workbook with a row for each. */
    Path workbook(Path folder) throws IOException {
        Path file = folder.resolve(count + "-rows.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("单选题");
            row(sheet, 0, List.of("题干", "选项A", "选项B", "选项C", "选项D", "答案", "解析", "难度"));
            for (int line = 1; line <= count; line++) {
                List<String> options = options();
                row(
                        sheet,
                        line,
                        List.of(
                                items.stem(),
                                options.get(0),
                                options.get(1),
                                options.get(2),
                                options.get(3),
                                letter(line % CHOICES),
                                "见工艺卡第 " + line % 300 + " 页。",
                                String.valueOf(1 + line % 5)));
                if (line % 1000 == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    /** A content package of QTI 2.1 with a file for each. */
    Path contentPackage(Path folder) throws IOException {
        Path file = folder.resolve(count + "-items.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            StringBuilder resources = new StringBuilder();
            for (int number = 1; number <= count; number++) {
                resources.append(RESOURCE.formatted(number));
            }
            entry(zip, "imsmanifest.xml", MANIFEST.formatted(resources));
            for (int number = 1; number <= count; number++) {
                entry(zip, "items/i" + number + ".xml", item(number));
            }
        }
        return file;
    }

    private String item(int number) {
        StringBuilder choices = new StringBuilder();
        List<String> options = options();
        for (int i = 0; i < CHOICES; i++) {
            choices.append(
                    "      <simpleChoice identifier=\"%s\">%s</simpleChoice>%n".formatted(letter(i), options.get(i)));
        }
        return ITEM.formatted(number, number, letter(number % CHOICES), items.stem(), choices);
    }

    private List<String> options() {
        Set<String> options = new LinkedHashSet<>();
        while (options.size() < CHOICES) {
            options.add(items.option());
        }
        return List.copyOf(options);
    }

    private static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static void row(Worksheet sheet, int line, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.value(line, i, cells.get(i));
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }
}

package org.lianbing.exam.seb;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import org.lianbing.exam.Approach;
import org.lianbing.exam.ExamId;
import org.lianbing.exam.SebKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys and hashes of Safe Exam Browser. The numbers were made with another program by the published rule; that program
 * also gives the Config Key that is published for a configuration saved by version 2.1.4 for macOS
 * ({@code 4fa9af8e…9292}, in the tests of Moodle's access rule).
 */
class SafeExamBrowserTest {

    private static final String SITE = "https://lianbing.example";
    private static final ExamId EXAM = ExamId.of("01936f00-0000-7000-8000-000000000001");
    private static final SebKey KEY = new SebKey("b6e1a556c88c9dc4e0476e01d6024b5e7b7dcca651b9e8c0537380172f746f2f");
    private static final SebKey OTHER = new SebKey("A".repeat(64));
    private static final String START = SITE + "/api/exams/" + EXAM + "/attempts";
    private static final String START_HASH = "4a992caa8dae8ffa7424ba8d1a7ba1dfb54d87664e22b8df756b85b8c265cf4e";

    @Test
    void aConfigKeyIsOverSortedSettingsWithoutEscapes() {
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("startURL", SITE + "/sitting/?exam=1&lang=zh"),
                Map.entry("URLFilterEnable", true),
                Map.entry("urlFilterRegex", false),
                Map.entry("originatorVersion", "SEB_X_1"),
                Map.entry("allowWlan", false),
                Map.entry("zoomMode", 0),
                Map.entry("title", "练兵 \"考场\" \\ 1"),
                Map.entry("examKeySalt", new byte[] {0, 1, 2, (byte) 255}),
                Map.entry("empty", Map.of()),
                Map.entry("proxies", Map.of("b_SEB_Port", 21, "B_SEB_Enable", true, "a", List.of())),
                Map.entry(
                        "rules", List.of(Map.of("regex", false, "active", true, "expression", "lianbing.example/*"))));
        assertThat(ConfigKey.json(settings))
                .isEqualTo("{\"allowWlan\":false,\"examKeySalt\":\"AAEC/w==\","
                        + "\"proxies\":{\"a\":[],\"B_SEB_Enable\":true,\"b_SEB_Port\":21},"
                        + "\"rules\":[{\"active\":true,\"expression\":\"lianbing.example/*\",\"regex\":false}],"
                        + "\"startURL\":\"https://lianbing.example/sitting/?exam=1&lang=zh\","
                        + "\"title\":\"练兵 \"考场\" \\ 1\",\"URLFilterEnable\":true,\"urlFilterRegex\":false,"
                        + "\"zoomMode\":0}");
        assertThat(ConfigKey.of(settings))
                .isEqualTo("9368a80ee90c26852cb7c96d647e97fc5929d9988f111eaf7880b3bda48d4481");
    }

    @Test
    void ourConfigurationHasTheKeyThatItsFileHas() throws Exception {
        SebConfig config = SebConfig.of(EXAM, SITE);
        assertThat(config.key()).isEqualTo(KEY.hex());
        assertThat(ConfigKey.of(read(config.xml()))).isEqualTo(KEY.hex());
        assertThat(config.xml()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        assertThat(read(config.xml())).containsEntry("startURL", SITE + "/sitting/?exam=" + EXAM);
    }

    @Test
    void theHashIsOverAddressAndKey() {
        assertThat(ConfigKey.sha256(START + KEY)).isEqualTo(START_HASH);
        Approach headers = approach(new Approach.Proof(START, START_HASH, null), Approach.Proof.NONE);
        assertThat(SebCheck.hasConfig(headers, List.of(OTHER, KEY))).isTrue();
        assertThat(SebCheck.hasConfig(headers, List.of(OTHER))).isFalse();
        assertThat(SebCheck.hasExamKey(headers, List.of(KEY))).isFalse();
        Approach elsewhere = approach(new Approach.Proof(START + "?x", START_HASH, null), Approach.Proof.NONE);
        assertThat(SebCheck.hasConfig(elsewhere, List.of(KEY))).isFalse();
    }

    @Test
    void thePageMayTellItWhereNoHeadersAreSent() {
        String page = SITE + "/sitting/?exam=" + EXAM;
        String hash = ConfigKey.sha256(page + KEY);
        assertThat(SebCheck.hasExamKey(
                        approach(Approach.Proof.NONE, new Approach.Proof(page, null, hash)), List.of(KEY)))
                .isTrue();
        assertThat(SebCheck.hasConfig(
                        approach(Approach.Proof.NONE, new Approach.Proof(page, hash, null)), List.of(KEY)))
                .isTrue();
        for (String foreign : List.of(
                "https://evil.example/sitting/?exam=" + EXAM,
                SITE + "/bank",
                page + "#part",
                SITE + ".evil/sitting/")) {
            Approach.Proof proof = new Approach.Proof(foreign, ConfigKey.sha256(foreign + KEY), null);
            assertThat(SebCheck.hasConfig(approach(Approach.Proof.NONE, proof), List.of(KEY)))
                    .as(foreign)
                    .isFalse();
        }
    }

    private static Approach approach(Approach.Proof request, Approach.Proof page) {
        return new Approach(SITE, "10.0.0.1", request, page);
    }

    /** A flat property list, read as a program that did not write it reads it. */
    private static Map<String, Object> read(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        NodeList nodes = document.getElementsByTagName("dict").item(0).getChildNodes();
        List<Node> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add(nodes.item(i));
        }
        Map<String, Object> settings = new HashMap<>();
        for (int i = 0; i < elements.size(); i += 2) {
            String text = elements.get(i + 1).getTextContent();
            settings.put(
                    elements.get(i).getTextContent(),
                    switch (elements.get(i + 1).getNodeName()) {
                        case "true" -> true;
                        case "false" -> false;
                        case "integer" -> Integer.valueOf(text);
                        default -> text;
                    });
        }
        return settings;
    }
}

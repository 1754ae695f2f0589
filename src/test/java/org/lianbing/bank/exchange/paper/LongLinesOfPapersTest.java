package org.lianbing.bank.exchange.paper;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.paper.Papers.read;

/** Lines that nobody wrote cost no more time than others. */
class LongLinesOfPapersTest {

    /** Lines that nobody wrote take no time that grows with the square or the cube of their length, and no stack. */
    @Test
    @Timeout(60)
    void linesThatNobodyWroteAreReadInTime() {
        for (String piece : List.of(" ", "√", "A", "1.A ", "【答案】", "字" + " ".repeat(50))) {
            String line = piece.repeat(19_000 / piece.length());
            Collected paper = read("一、判断题\n1、甲" + line + "乙\nA、" + line + "\n答案：" + line + "\n参考答案\n1、" + line + "\n");
            assertThat(paper.questions()).isNotEmpty();
        }
    }

    /** Wherever spaces and other signs without end stand: behind a word, before one, and between marks. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void wordsWithSignsWithoutEndBehindThemAreReadInTime() {
        for (String piece : List.of(" ", "\u3000", "<u> </u>", ">", "得分 ", "、")) {
            String line = piece.repeat(19_000 / piece.length());
            StringBuilder text = new StringBuilder("一、判断题\n1、甲\n2、乙\n");
            for (String word : List.of("", "答案", "答案：A", "the answer", "得分 ")) {
                text.append(word).append(line).append("x\n");
            }
            text.append("3、丙\nA、一\nB、二\n答案：A. ").append(line).append("x\n");
            assertThat(read(text.toString()).questions()).isNotEmpty();
        }
    }
}

package org.lianbing.bank.exchange.paper;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.exchange.format.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianbing.bank.exchange.paper.Papers.read;
import static org.lianbing.bank.exchange.paper.Papers.said;

/** Stems and options that several questions of a paper share, spelled as at many places, in questions of our own. */
class SharedTextsOfPapersTest {

    @Test
    void optionsThatSeveralQuestionsShareAreThoseOfEach() {
        Collected paper = read("""
                B1型题
                （1～2题共用备选答案）
                A. 绝缘手套  B. 验电器
                C. 接地线
                1. 证明没有电压用（ ）
                2. 防止突然来电用（ ）
                A3/A4型题
                （3～4题共用题干）
                某工人在杆上作业时触电。
                3. 首先（ ）
                A. 断电 B. 呼救
                4. 然后（ ）
                A. 施救 B. 离开
                X型题
                5. 急救要（ ）
                A. 快 B. 慢 C. 准
                答案：1.B 2.C 3.A 4.A 5.AC
                """);
        assertThat(paper.codes()).isEmpty();
        assertThat(said(paper)).containsExactly("验电器", "接地线", "断电", "施救", "快|准");
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly(
                        "证明没有电压用（ ）", "防止突然来电用（ ）", "某工人在杆上作业时触电。\\\n首先（ ）", "某工人在杆上作业时触电。\\\n然后（ ）", "急救要（ ）");
    }

    @Test
    void aTextThatQuestionsAskAboutStandsBeforeEachAndBeforeNoOther() {
        Collected paper = read("""
                根据以下材料，回答1-2题。
                仓库里存放油漆，电线老化。
                1.最大的危险是（ ）
                A.火灾 B.淹溺
                2.先改什么（ ）
                A.电线 B.门窗
                3.灭火器每（ ）检查
                A.月 B.十年
                答案：1.A 2.A 3.A
                """);
        assertThat(paper.contents())
                .extracting(ItemContent::stem)
                .containsExactly("仓库里存放油漆，电线老化。\\\n最大的危险是（ ）", "仓库里存放油漆，电线老化。\\\n先改什么（ ）", "灭火器每（ ）检查");
    }

    @Test
    void eachCaseHasItsOwnStoryThoughAKeyStandsBetween() {
        Collected paper = read("""
                案例一
                吊车倒了。
                1. 是什么事故？
                参考答案：
                1. 起重伤害。
                案例二
                有人触电。
                1. 先做什么？
                参考答案：
                1. 断开电源。
                """);
        assertThat(paper.contents()).extracting(ItemContent::stem).containsExactly("吊车倒了。\\\n是什么事故？", "有人触电。\\\n先做什么？");
    }

    @Test
    void materialThatNoQuestionTakesIsNotLost() {
        Collected paper = read("根据以下材料，回答11-12题。\n仓库里存放油漆。\n一、单选题\n1.甲（ ）\nA.一 B.二\n答案：A\n");
        assertThat(paper.questions()).hasSize(2);
        assertThat(paper.questions().getFirst().source()).contains("仓库里存放油漆。");
    }

    @Test
    void aSharedStemThatNamesItsQuestionsStandsBeforeNoOther() {
        for (String heading : List.of("共用题干（1-2题）", "（共用题干，1～2题）", "【共用题干】第1至2题：")) {
            Collected paper = read(
                    heading + "某车间起火。\n1.先（ ）\nA.断电 B.浇水\n2.再（ ）\nA.灭火 B.离开\n3.电流的单位（ ）\nA.安 B.伏\n答案：1.A 2.A 3.A\n");
            assertThat(paper.contents())
                    .extracting(ItemContent::stem)
                    .containsExactly("某车间起火。\\\n先（ ）", "某车间起火。\\\n再（ ）", "电流的单位（ ）");
        }
        assertThat(read("共用题干：患儿1～3岁起发热。\n1.先（ ）\nA.降温 B.等\n答案：A\n").only().stem())
                .isEqualTo("患儿1～3岁起发热。\\\n先（ ）");
    }
}

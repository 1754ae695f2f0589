package org.lianbing.bank.alike;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemState;
import org.lianbing.bank.Items;
import org.lianbing.bank.Review;
import org.lianbing.bank.alike.AlikeItems.Desk;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicatesViewTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    AlikeItems some;

    @Autowired
    DuplicateSearch search;

    @Autowired
    Items items;

    @Autowired
    Review review;

    private Desk desk;
    private ItemId one;
    private ItemId other;

    @BeforeEach
    void twoAlike() {
        desk = some.desk();
        String word = some.word();
        one = some.published(desk, AlikeItems.motor(word, "380V"));
        other = some.published(desk, AlikeItems.motor(word, "380伏"));
        search.run(null);
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void aReviewerMergesAGroupAndUndoesIt() {
        city.actAs(desk.reviewer().person());
        open();
        Button merge = inGroup("合并成一题");
        test(merge).click();
        assertThat(items.get(desk.reviewer(), other).state()).isEqualTo(ItemState.RETIRED);
        assertThat(find(Paragraph.class)
                        .withTextContaining(code(other) + " 已并入 " + code(one))
                        .exists())
                .isTrue();
        test(find(Button.class).withText("撤销").all().getFirst()).click();
        assertThat(items.get(desk.reviewer(), other).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void anotherOneMayBeKept() {
        city.actAs(desk.reviewer().person());
        open();
        NativeButton keep = find(NativeButton.class).withText("保留这一题").all().stream()
                .filter(button -> texts(
                                button.getParent().orElseThrow().getParent().orElseThrow())
                        .contains(code(other)))
                .findFirst()
                .orElseThrow();
        test(keep).click();
        test(inGroup("合并成一题")).click();
        assertThat(items.get(desk.reviewer(), one).state()).isEqualTo(ItemState.RETIRED);
        assertThat(items.get(desk.reviewer(), other).state()).isEqualTo(ItemState.PUBLISHED);
    }

    @Test
    void aTrainerSaysThatTheyAreNotTheSame() {
        city.actAs(desk.trainer().person());
        open();
        assertThat(find(Button.class).withText("合并成一题").exists()).isFalse();
        test(inGroup("都不是重复")).click();
        assertThat(find(Span.class)
                        .withTextContaining(code(one) + "、" + code(other) + " 互不重复")
                        .exists())
                .isTrue();
        open();
        assertThat(find(H3.class).all().stream().map(DuplicatesViewTest::texts))
                .noneMatch(text -> text.contains(code(other)));
    }

    @Test
    void theDeskShowsWhatAnItemResembles() {
        ItemId draft = draft();
        review.submit(desk.trainer(), List.of(draft));
        city.actAs(desk.reviewer().person());
        navigate("review/" + draft, com.vaadin.flow.component.Component.class);
        test(find(Button.class).withText("不答，直接看答案").single()).click();
        assertThat(find(Span.class).withText("与 " + code(one) + " 相似 100%").exists()
                        || find(Span.class)
                                .withTextContaining("与 " + code(other) + " 相似")
                                .exists())
                .isTrue();
        assertThat(find(HtmlContainer.class).all().stream()
                        .filter(mark -> mark.getElement().getTag().equals("mark"))
                        .map(mark -> mark.getElement().getText()))
                .contains("220");
    }

    private ItemId draft() {
        ItemContent content = Objects.requireNonNull(
                        items.get(desk.trainer(), one).published())
                .content();
        return some.draft(desk, new ItemContent(content.stem().replace("380V", "220V"), content.interaction(), "", 2));
    }

    private void open() {
        navigate("duplicates", com.vaadin.flow.component.Component.class);
        // Many groups of other tests may stand before ours.
        while (find(Button.class).withTextContaining("再看").exists()) {
            test(find(Button.class).withTextContaining("再看").single()).click();
        }
    }

    private Button inGroup(String text) {
        return find(Button.class).withText(text).all().stream()
                .filter(button -> texts(
                                button.getParent().orElseThrow().getParent().orElseThrow())
                        .contains(code(one)))
                .findFirst()
                .orElseThrow();
    }

    private String code(ItemId item) {
        return items.get(desk.reviewer(), item).code();
    }

    private static String texts(com.vaadin.flow.component.Component component) {
        return component.getElement().getTextRecursively();
    }
}

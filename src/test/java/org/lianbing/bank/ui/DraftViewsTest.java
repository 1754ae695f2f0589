package org.lianbing.bank.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.FocusNotifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemDraft;
import org.lianbing.bank.ItemId;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.Items;
import org.lianbing.bank.Origin;
import org.lianbing.bank.SealedSetId;
import org.lianbing.bank.SealedSets;
import org.lianbing.bank.Secrecy;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.scratch.Scratch;
import org.lianbing.bank.scratch.ScratchPlace;
import org.lianbing.bank.scratch.Scratches;
import org.lianbing.base.Actor;
import org.lianbing.base.Level;
import org.lianbing.base.Role;
import org.lianbing.base.TradeId;
import org.lianbing.base.UnitId;
import org.lianbing.base.ui.Prose;
import org.lianbing.media.Media;
import org.lianbing.media.TestClips;
import org.lianbing.media.ui.MediaUpload;
import org.lianbing.testing.TestCity;
import org.lianbing.testing.ViewTest;
import org.lianbing.trade.Outlines;
import org.lianbing.trade.Trades;

import static org.assertj.core.api.Assertions.assertThat;

/** What is typed in the editor is kept by itself and offered again. */
class DraftViewsTest extends ViewTest {

    @Autowired
    TestCity city;

    @Autowired
    Trades trades;

    @Autowired
    Outlines outlines;

    @Autowired
    Items items;

    @Autowired
    SealedSets sets;

    @Autowired
    Scratches scratches;

    @Autowired
    Media media;

    private Actor trainer;
    private Actor colleague;
    private TradeId trade;
    private String mark;

    @BeforeEach
    void people() {
        UnitId unit = city.enterprise();
        trainer = city.actor(unit, Role.TRAINER);
        colleague = city.actor(unit, Role.TRAINER);
        trade = trades.find("fitter").orElseThrow().id();
        mark = "稿" + city.number() + "：";
        city.actAs(trainer.person());
        UI.getCurrent().setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void whatIsTypedIntoANewItemIsKeptAndOfferedAgain() {
        openNew(Map.of());
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "写到一半");
        test(find(TextField.class).withLabel("选项 A").single()).setValue("五毫米");
        assertThat(find(Span.class).withTextContaining("草稿已自动保存 ").exists()).isTrue();

        openNew(Map.of());
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEmpty();
        assertThat(find(Span.class).withTextContaining("未提交的草稿").exists()).isTrue();
        test(find(Button.class).withText("继续").single()).click();
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEqualTo(mark + "写到一半");
        assertThat(find(TextField.class).withLabel("选项 A").single().getValue()).isEqualTo("五毫米");
        assertThat(find(Button.class).withText("继续").exists()).isFalse();
        assertThat(mine()).hasSize(1);
    }

    @Test
    void savingRemovesTheDraft() {
        openNew(Map.of("type", List.of("true-false")));
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "写完了");
        assertThat(mine()).hasSize(1);
        openNew(Map.of("draft", List.of(mine().getFirst().mark().id().toString())));
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEqualTo(mark + "写完了");
        find(com.vaadin.flow.component.combobox.MultiSelectComboBox.class)
                .withLabel("等级")
                .single()
                .setValue(Set.of(Level.SENIOR));
        test(find(Button.class).withText("存为草稿").single()).click();
        assertThat(mine()).isEmpty();
    }

    @Test
    void aChangedTypeKeepsTheWordsAndSoDoesTheDraft() {
        openNew(Map.of());
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "题干");
        Select<ItemType> type = find(Select.class).withLabel("题型").all().getFirst();
        type.setValue(ItemType.FILL_IN);
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEqualTo(mark + "题干");
        assertThat(mine())
                .singleElement()
                .satisfies(kept -> assertThat(kept.typed().type()).isEqualTo(ItemType.FILL_IN));
    }

    @Test
    void typingBackToWhatItWasLeavesNothing() {
        ItemId item = item();
        openEdit(item);
        TextArea stem = find(TextArea.class).withLabel("题干（Markdown）").single();
        String before = stem.getValue();
        test(stem).setValue(mark + "改");
        assertThat(mine()).hasSize(1);
        test(stem).setValue(before);
        assertThat(mine()).isEmpty();
    }

    @Test
    void aDraftOfAnItemIsOfferedWithAWordOnANewerVersionAndDiscardedAfterAsking() {
        ItemId item = item();
        openEdit(item);
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "我改的");
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("说清楚些");
        items.revise(colleague, item, draft(mark + "同事改的"), "同事改");

        openEdit(item);
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEqualTo(mark + "同事改的");
        assertThat(find(Span.class).withTextContaining("这道题后来有了新版本").exists()).isTrue();
        test(find(Button.class).withText("继续").single()).click();
        assertThat(find(TextArea.class).withLabel("题干（Markdown）").single().getValue())
                .isEqualTo(mark + "我改的");
        assertThat(find(TextField.class).withLabel("改了什么，为什么").single().getValue())
                .isEqualTo("说清楚些");

        openEdit(item);
        test(find(Button.class).withText("丢弃").single()).click();
        assertThat(mine()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(mine()).isEmpty();
    }

    @Test
    void whoSavesLaterIsToldAndGoesOnWithTheirDraftBesideTheNewerVersion() {
        ItemId item = item();
        openEdit(item);
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "我改的");
        test(find(TextField.class).withLabel("改了什么，为什么").single()).setValue("说清楚些");
        items.revise(colleague, item, draft(mark + "同事改的"), "同事改");
        test(find(Button.class).withText("存为新版本").single()).click();
        assertThat(items.proposal(trainer, item).orElseThrow().content().stem()).isEqualTo(mark + "同事改的");
        assertThat(mine()).hasSize(1);

        openEdit(item);
        test(find(Button.class).withText("继续").single()).click();
        test(find(Button.class).withText("存为新版本").single()).click();
        assertThat(items.proposal(trainer, item).orElseThrow().content().stem()).isEqualTo(mark + "我改的");
        assertThat(items.history(trainer, item)).hasSize(3);
        assertThat(mine()).isEmpty();
    }

    @Test
    void theListShowsWhereDraftsWait() {
        ItemId item = item();
        openEdit(item);
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "我改的");
        navigate("items", ItemsView.class);
        Anchor link = find(Anchor.class).withTextContaining(mark + "我改的").single();
        assertThat(link.getHref())
                .isEqualTo("items/" + item + "/edit?draft="
                        + mine().getFirst().mark().id());
        city.actAs(colleague.person());
        UI.getCurrent().navigate("sealed");
        navigate("items", ItemsView.class);
        assertThat(find(Anchor.class).withTextContaining(mark + "我改的").exists()).isFalse();
    }

    @Test
    void aNewSealedItemIsKeptForItsSetter() {
        SealedSetId set = sets.create(trainer, mark + "决赛", List.of(colleague.person()));
        navigate("sealed/" + set, SealedSetView.class);
        test(find(Button.class).withText("写一道密题").single()).click();
        find(com.vaadin.flow.component.combobox.ComboBox.class)
                .withLabel("职业（工种）")
                .single()
                .setValue(trades.get(trade));
        test(find(TextArea.class).withLabel("题干（Markdown）").single()).setValue(mark + "密题");
        assertThat(scratches.waiting(trainer, new ScratchPlace.Sealed(set))).hasSize(1);
        assertThat(scratches.waiting(trainer, new ScratchPlace.Fresh())).isEmpty();
        assertThat(scratches.mine(trainer).getFirst().excerpt()).isEmpty();
    }

    @Test
    void anUploadGoesIntoTheFieldThatOneWasInAndIntoTheDraft() {
        ItemId item = item();
        openEdit(item);
        TextArea explanation = find(TextArea.class).withLabel("解析（为什么是这个答案）").single();
        ComponentUtil.fireEvent(explanation, new FocusNotifier.FocusEvent<>(explanation, true));
        ItemForm form = find(ItemForm.class).single();
        form.insert(new MediaUpload.Taken(
                "![异响](media:" + media.take(TestClips.mp3(1)).hash() + ")", true));
        assertThat(explanation.getValue()).startsWith("![异响](media:");
        assertThat(mine())
                .singleElement()
                .satisfies(kept ->
                        assertThat(kept.typed().fields().get("explanation")).startsWith("![异响]"));
        assertThat(find(Prose.class).withClassName("why").single().getElement().getProperty("html"))
                .contains("<audio src=\"/media/");
        assertThat(find(MediaUpload.class).exists()).isTrue();
    }

    @Test
    void theFirstPictureOfAHotspotIsTheOneToPointAt() {
        ItemForm form = form(new ItemContent("指出热继电器", Starters.of(ItemType.HOTSPOT), "", 3));
        form.insert(new MediaUpload.Taken("![异响](media:" + "c".repeat(64) + ")", true));
        form.insert(new MediaUpload.Taken("![图](media:" + "a".repeat(64) + ")", false));
        form.insert(new MediaUpload.Taken("![铭牌](media:" + "b".repeat(64) + ")", false));
        ItemContent content = form.draft().content();
        assertThat(((Interaction.Hotspot) content.interaction()).picture())
                .isEqualTo("![图](media:" + "a".repeat(64) + ")");
        assertThat(content.stem())
                .isEqualTo("指出热继电器\n\n![异响](media:" + "c".repeat(64) + ")\n\n![铭牌](media:" + "b".repeat(64) + ")");
    }

    @Test
    void whatIsTypedOfEveryTypeComesBackAsItWas() {
        EveryType.contents().forEach(content -> {
            ItemForm form = form(content);
            Map<String, String> typed = form.typed().values();
            ItemForm empty =
                    form(new ItemContent("", Starters.of(content.interaction().type()), "", 3, content.credit()));
            empty.typed().put(typed);
            assertThat(empty.typed().values()).containsAllEntriesOf(typed);
        });
    }

    private ItemForm form(ItemContent content) {
        ItemForm form = new ItemForm(
                new ItemDraft(null, trade, Set.of(Level.SENIOR), Set.of(), content, Secrecy.OPEN, Origin.NONE),
                trades.get(trade),
                outlines);
        UI.getCurrent().add(form);
        return form;
    }

    private void openNew(Map<String, List<String>> query) {
        UI.getCurrent().navigate("sealed");
        UI.getCurrent().navigate("items/new", new QueryParameters(query));
    }

    private void openEdit(ItemId item) {
        UI.getCurrent().navigate("sealed");
        navigate("items/" + item + "/edit", ItemEditView.class);
    }

    private List<Scratch> mine() {
        return scratches.mine(trainer).stream()
                .map(unsaved -> scratches.get(trainer, unsaved.id()))
                .toList();
    }

    private ItemId item() {
        return items.draft(trainer, draft(mark + "原来的"));
    }

    private ItemDraft draft(String stem) {
        ItemContent content = new ItemContent(stem, new Interaction.TrueFalse(true), "", 2);
        return new ItemDraft(null, trade, Set.of(Level.SENIOR), Set.of(), content, Secrecy.OPEN, Origin.NONE);
    }
}

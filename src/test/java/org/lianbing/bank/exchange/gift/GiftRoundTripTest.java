package org.lianbing.bank.exchange.gift;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.lianbing.bank.Blank;
import org.lianbing.bank.Interaction;
import org.lianbing.bank.ItemContent;
import org.lianbing.bank.ItemType;
import org.lianbing.bank.content.AnyContent;
import org.lianbing.bank.content.EveryType;
import org.lianbing.bank.exchange.format.Collected;
import org.lianbing.bank.exchange.format.Loss;
import org.lianbing.bank.exchange.format.OneItem;

import static org.assertj.core.api.Assertions.assertThat;

class GiftRoundTripTest {

    private static final Set<ItemType> CARRIED =
            Set.of(ItemType.TRUE_FALSE, ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE, ItemType.MATCHING);

    @Test
    void whatGiftCanSayComesBackEqualAndTheRestIsNamed() {
        List<ItemContent> all = EveryType.contents().toList();
        String file = new String(new OneItem(all, Map.of()).written(new GiftWriter()), StandardCharsets.UTF_8);
        List<ItemContent> carried = all.stream()
                .filter(content -> CARRIED.contains(content.interaction().type()))
                .map(content -> new ItemContent(content.stem(), content.interaction(), content.explanation(), 3))
                .toList();
        assertThat(Collected.of(new GiftReader(), "q.gift", file).contents()).isEqualTo(carried);
        assertThat(file).contains("// ordering: not in GIFT", "// practical: not in GIFT");
    }

    @Test
    void anyContentComesBackEqualOrIsNamed() {
        List<ItemContent> any = AnyContent.whole(new Random(51), 400);
        int carried = 0;
        for (ItemContent content : any) {
            String file = new String(
                    new OneItem(List.of(content), Map.of()).written(new GiftWriter()), StandardCharsets.UTF_8);
            if (file.contains(": not in GIFT")) {
                assertThat(new GiftWriter().loss(content)).isEqualTo(Loss.ALL);
                continue;
            }
            carried++;
            assertThat(Collected.of(new GiftReader(), "q.gift", file).contents())
                    .as(file)
                    .containsExactly(
                            new ItemContent(content.stem(), content.interaction(), content.explanation(), 3, null));
        }
        assertThat(carried).isGreaterThan(100);
    }

    @Test
    void hardTextsComeBackEqual() {
        ItemContent hard = new ItemContent(
                "集合 {a:b} ~ = # \\ ____ 与 $\\frac{U}{R}$\n\n- 一\n- 二",
                new Interaction.FillIn(List.of(new Blank.Words(List.of("a=b", "{c}", "#1"), false))),
                "见 \\name 与 C:\\new",
                3);
        byte[] file = new OneItem(List.of(hard), Map.of()).written(new GiftWriter());
        assertThat(Collected.of(new GiftReader(), "q.gift", file).contents()).containsExactly(hard);
    }
}

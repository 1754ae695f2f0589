package org.lianbing.notice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import org.lianbing.base.Actor;
import org.lianbing.base.CurrentActor;
import org.lianbing.base.PageOf;
import org.lianbing.base.Paged;
import org.lianbing.base.ui.EmptyState;
import org.lianbing.base.ui.Icons;
import org.lianbing.base.ui.Moments;
import org.lianbing.base.ui.PageHeader;
import org.lianbing.notice.Inbox;
import org.lianbing.notice.Notice;
import org.lianbing.notice.NoticeSentences;

/** What people were told: the newest first, what waits stands out, each leads to what it is about. */
@Route(NoticesView.PATH)
@PermitAll
class NoticesView extends Div implements HasDynamicTitle {

    static final String PATH = "notices";

    private static final int PAGE = 20;

    private final transient Inbox inbox;
    private final transient NoticeSentences sentences;
    private final transient Moments moments;
    private final transient Actor actor;
    private final PageHeader header;
    private final Div list = new Div();
    private final Button more = new Button();
    private int shown;

    NoticesView(Inbox inbox, NoticeSentences sentences, Moments moments, CurrentActor current) {
        this.inbox = inbox;
        this.sentences = sentences;
        this.moments = moments;
        this.actor = current.require();
        addClassNames("page", "narrow", "notices");
        header = new PageHeader(getTranslation("notice.kept"), getTranslation("notice.title"));
        list.addClassNames("card", "notice-list");
        more.addClickListener(click -> showMore());
        more.setText(getTranslation("notice.more"));
        add(header, list, more);
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("notice.title");
    }

    private void show() {
        list.removeAll();
        shown = 0;
        int unread = inbox.unread(actor);
        header.setTitle(unread == 0 ? getTranslation("notice.title") : getTranslation("notice.title.unread", unread));
        if (unread > 0) {
            header.setActions(new Button(getTranslation("notice.read-all"), click -> {
                inbox.readAll(actor);
                show();
            }));
        } else {
            header.setActions();
        }
        showMore();
    }

    private void showMore() {
        Paged<Notice> page = inbox.of(actor, false, new PageOf(shown, PAGE));
        page.rows().forEach(notice -> list.add(line(notice)));
        shown += page.rows().size();
        more.setVisible(shown < page.total());
        if (page.total() == 0) {
            list.add(new EmptyState("bell", getTranslation("notice.none"), getTranslation("notice.none-hint")));
        }
    }

    private Component line(Notice notice) {
        Span sentence = new Span(sentences.of(notice, getLocale()));
        sentence.addClassName("sentence");
        Div words = new Div(sentence);
        words.addClassName("grow");
        if (!notice.words().isEmpty()) {
            Paragraph quote = new Paragraph(notice.words());
            quote.addClassName("quote");
            words.add(quote);
        }
        Span at = new Span(moments.dayAndTime(this, notice.at()));
        at.addClassNames("muted", "small");
        words.add(at);
        NativeButton line = new NativeButton();
        line.add(words, Icons.of("next"));
        line.addClassNames("row", "notice-line");
        if (!notice.read()) {
            line.addClassName("unread");
            Span mark = new Span(getTranslation("notice.unread"));
            mark.addClassName("sr-only");
            words.addComponentAsFirst(mark);
        }
        line.addClickListener(click -> open(notice));
        return line;
    }

    private void open(Notice notice) {
        inbox.read(actor, notice.id());
        UI.getCurrent().navigate(notice.link());
    }
}

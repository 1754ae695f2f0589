package org.lianbing.bank.bulk;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.lianbing.bank.Secrecy;
import org.lianbing.bank.Sharing;
import org.lianbing.base.Level;
import org.lianbing.trade.PointId;

/** What is done to many items. Setting something makes a new version of each; what was in review or published is then in review. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BulkAct.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = BulkAct.Publish.class, name = "publish"),
    @JsonSubTypes.Type(value = BulkAct.SendBack.class, name = "send-back"),
    @JsonSubTypes.Type(value = BulkAct.Retire.class, name = "retire"),
    @JsonSubTypes.Type(value = BulkAct.Restore.class, name = "restore"),
    @JsonSubTypes.Type(value = BulkAct.SetLevels.class, name = "set-levels"),
    @JsonSubTypes.Type(value = BulkAct.SetPoints.class, name = "set-points"),
    @JsonSubTypes.Type(value = BulkAct.SetDifficulty.class, name = "set-difficulty"),
    @JsonSubTypes.Type(value = BulkAct.SetSecrecy.class, name = "set-secrecy"),
    @JsonSubTypes.Type(value = BulkAct.SetSource.class, name = "set-source"),
    @JsonSubTypes.Type(value = BulkAct.Share.class, name = "share")
})
public sealed interface BulkAct {

    /** Hands drafts over for review. */
    record Submit() implements BulkAct {}

    /** Puts what waits for review in force, where four eyes and the blind solve allow it. */
    record Publish() implements BulkAct {}

    /** Sends what is proposed back, with a word. */
    record SendBack(String comment) implements BulkAct {}

    /** Takes items out of use. */
    record Retire(String reason) implements BulkAct {}

    /** Brings items back into use. */
    record Restore() implements BulkAct {}

    /** Sets the levels. */
    record SetLevels(Set<Level> levels) implements BulkAct {
        public SetLevels {
            levels = Set.copyOf(levels);
        }
    }

    /** Sets the points, or adds them to those that are there. */
    record SetPoints(Set<PointId> points, boolean add) implements BulkAct {
        public SetPoints {
            points = Set.copyOf(points);
        }
    }

    /** Sets the difficulty, 1 to 5. */
    record SetDifficulty(int difficulty) implements BulkAct {}

    /** Makes items open or reserved. Sealing is done in a sealed set. */
    record SetSecrecy(Secrecy secrecy) implements BulkAct {}

    /** Sets where items come from. */
    record SetSource(String source) implements BulkAct {}

    /** Sets who beside their unit may see items. */
    record Share(Sharing sharing) implements BulkAct {}

    /** The name of the kind, as in the annotations. */
    default String kind() {
        return switch (this) {
            case Submit act -> "submit";
            case Publish act -> "publish";
            case SendBack act -> "send-back";
            case Retire act -> "retire";
            case Restore act -> "restore";
            case SetLevels act -> "set-levels";
            case SetPoints act -> "set-points";
            case SetDifficulty act -> "set-difficulty";
            case SetSecrecy act -> "set-secrecy";
            case SetSource act -> "set-source";
            case Share act -> "share";
        };
    }

    /** Whether it can be taken back: what was published may have been met by candidates. */
    default boolean undoable() {
        return !(this instanceof Publish);
    }
}

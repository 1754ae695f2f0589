package org.lianbing.bank.exchange.moodle;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sentences that Moodle itself puts beside an answer, in the languages that its sites use most, and mere words of right
 * and wrong. They explain nothing; whatever else somebody wrote does, however short.
 */
final class StockFeedback {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Set<String> ENGLISH = Set.of(
            "correct",
            "incorrect",
            "partiallycorrect",
            "right",
            "wrong",
            "ok",
            "yes",
            "no",
            "good",
            "welldone",
            "correctanswerwelldone",
            "thatiscorrect",
            "youransweriscorrect",
            "youranswerispartiallycorrect",
            "youranswerisincorrect",
            "partiallycorrectanswer",
            "incorrectanswer",
            "correctanswer");
    private static final Set<String> CHINESE = Set.of(
            "对",
            "错",
            "正确",
            "错误",
            "不正确",
            "部分正确",
            "回答正确",
            "回答部分正确",
            "回答错误",
            "回答不正确",
            "答案正确",
            "答案部分正确",
            "答案错误",
            "您的答案正确",
            "您的答案是正确的",
            "您的答案部分正确",
            "您的答案是部分正确的",
            "您的答案不正确",
            "您的答案是错误的",
            "你的回答正确",
            "你的回答部分正确",
            "你的回答不正确",
            "您的回答正确",
            "您的回答部分正确",
            "您的回答不正确",
            "您的答案是正確的",
            "您的答案部分正確",
            "您的答案不正確",
            "答案正確",
            "答案部分正確",
            "答案錯誤");
    private static final Set<String> GERMAN = Set.of(
            "richtig",
            "falsch",
            "dieantwortistrichtig",
            "dieantwortistteilweiserichtig",
            "dieantwortistfalsch",
            "ihreantwortistrichtig",
            "ihreantwortistteilweiserichtig",
            "ihreantwortistfalsch");
    private static final Set<String> ROMANCE = Set.of(
            "vrai",
            "faux",
            "bonneréponse",
            "mauvaiseréponse",
            "votreréponseestcorrecte",
            "votreréponseestpartiellementcorrecte",
            "votreréponseestincorrecte",
            "réponsepartiellementcorrecte",
            "correcto",
            "correcta",
            "parcialmentecorrecto",
            "parcialmentecorrecta",
            "parcialmentecorreto",
            "incorrecto",
            "incorrecta",
            "respostacorreta",
            "respostaparcialmentecorreta",
            "respostaincorreta",
            "respuestacorrecta",
            "respuestaparcialmentecorrecta",
            "respuestaincorrecta",
            "rispostacorretta",
            "rispostaparzialmenteesatta",
            "rispostaparzialmentecorretta",
            "rispostaerrata",
            "larispostaècorretta",
            "larispostaèparzialmentecorretta",
            "larispostanonècorretta",
            "asuarespostaestácorreta",
            "asuarespostaestáparcialmentecorreta",
            "asuarespostaestáincorreta",
            "suarespostaestácorreta",
            "suarespostaestáparcialmentecorreta",
            "suarespostaestáincorreta");
    private static final Set<String> OTHERS = Set.of(
            "jeantwoordisjuist",
            "jeantwoordisgedeeltelijkjuist",
            "jeantwoordisonjuist",
            "jeantwoordisfout",
            "twojaodpowiedźjestpoprawna",
            "twojaodpowiedźjestczęściowopoprawna",
            "twojaodpowiedźjestniepoprawna",
            "верно",
            "неверно",
            "вашответверный",
            "вашответчастичноправильный",
            "вашответнеправильный",
            "あなたの答えは正解です",
            "あなたの答えは部分的に正解です",
            "あなたの答えは正しくありません",
            "あなたの答えは不正解です");

    private StockFeedback() {}

    /** Whether a feedback says no more than that. */
    static boolean is(String markdown) {
        String letters = NO_LETTER.matcher(markdown.toLowerCase(Locale.ROOT)).replaceAll("");
        if (markdown.length() < 2) {
            // Moodle itself once left a "1" here.
            return true;
        }
        boolean pictured = markdown.contains("![") || markdown.chars().anyMatch(Character::isDigit);
        return !pictured
                && (ENGLISH.contains(letters)
                        || CHINESE.contains(letters)
                        || GERMAN.contains(letters)
                        || ROMANCE.contains(letters)
                        || OTHERS.contains(letters));
    }
}

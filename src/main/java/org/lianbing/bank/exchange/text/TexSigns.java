package org.lianbing.bank.exchange.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signs of formulas as LaTeX writes them. */
public final class TexSigns {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("−", "-"),
            Map.entry("′", "'"),
            Map.entry("∘", "\\circ "),
            Map.entry("∓", "\\mp "),
            Map.entry("≡", "\\equiv "),
            Map.entry("∼", "\\sim "),
            Map.entry("∝", "\\propto "),
            Map.entry("⇒", "\\Rightarrow "),
            Map.entry("…", "\\ldots "),
            Map.entry("⋯", "\\cdots "),
            Map.entry("×", "\\times "),
            Map.entry("÷", "\\div "),
            Map.entry("±", "\\pm "),
            Map.entry("≤", "\\le "),
            Map.entry("≥", "\\ge "),
            Map.entry("≠", "\\ne "),
            Map.entry("≈", "\\approx "),
            Map.entry("·", "\\cdot "),
            Map.entry("⋅", "\\cdot "),
            Map.entry("∑", "\\sum "),
            Map.entry("∫", "\\int "),
            Map.entry("∞", "\\infty "),
            Map.entry("∏", "\\prod "),
            Map.entry("∐", "\\coprod "),
            Map.entry("⋃", "\\bigcup "),
            Map.entry("⋂", "\\bigcap "),
            Map.entry("∬", "\\iint "),
            Map.entry("∭", "\\iiint "),
            Map.entry("∮", "\\oint "),
            Map.entry("→", "\\to "),
            Map.entry("∈", "\\in "),
            Map.entry("∂", "\\partial "),
            Map.entry("√", "\\surd "),
            Map.entry("∠", "\\angle "),
            Map.entry("∥", "\\parallel "),
            Map.entry("⊥", "\\perp "),
            Map.entry("ε", "\\varepsilon "),
            Map.entry("ϵ", "\\epsilon "),
            Map.entry("ζ", "\\zeta "),
            Map.entry("ν", "\\nu "),
            Map.entry("ξ", "\\xi "),
            Map.entry("χ", "\\chi "),
            Map.entry("ϕ", "\\phi "),
            Map.entry("Γ", "\\Gamma "),
            Map.entry("Θ", "\\Theta "),
            Map.entry("Λ", "\\Lambda "),
            Map.entry("Π", "\\Pi "),
            Map.entry("Ψ", "\\Psi "),
            Map.entry("δ", "\\delta "),
            Map.entry("τ", "\\tau "),
            Map.entry("ψ", "\\psi "),
            Map.entry("Φ", "\\Phi "),
            Map.entry("Σ", "\\Sigma "),
            Map.entry("#", "\\#"),
            Map.entry("&", "\\&"),
            Map.entry("$", "\\$"),
            Map.entry("π", "\\pi "),
            Map.entry("α", "\\alpha "),
            Map.entry("β", "\\beta "),
            Map.entry("γ", "\\gamma "),
            Map.entry("η", "\\eta "),
            Map.entry("θ", "\\theta "),
            Map.entry("λ", "\\lambda "),
            Map.entry("μ", "\\mu "),
            Map.entry("ρ", "\\rho "),
            Map.entry("σ", "\\sigma "),
            Map.entry("φ", "\\varphi "),
            Map.entry("ω", "\\omega "),
            Map.entry("Δ", "\\Delta "),
            Map.entry("Ω", "\\Omega "),
            Map.entry("%", "\\%"),
            Map.entry("{", "\\{"),
            Map.entry("}", "\\}"),
            Map.entry("\u2062", ""),
            Map.entry("\u2061", ""));

    /** Names of signs that LaTeX writes otherwise here, or knows by two names. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("cdot", "⋅", "leq", "≤", "geq", "≥", "neq", "≠", "rightarrow", "→", "degree", "°", "_", "_");

    private static final Map<String, String> BY_NAME = byName();

    private TexSigns() {}

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        SIGNS.forEach((sign, tex) -> {
            if (tex.startsWith("\\")) {
                names.put(tex.substring(1).strip(), sign);
            }
        });
        names.putAll(OTHER_NAMES);
        return Map.copyOf(names);
    }

    /** The sign of a name, such as {@code alpha}, without its backslash. */
    static Optional<String> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** A text of a formula with each sign as LaTeX has it. */
    public static String of(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .map(sign -> SIGNS.getOrDefault(sign, sign))
                .collect(Collectors.joining());
    }
}

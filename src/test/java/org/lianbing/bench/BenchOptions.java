package org.lianbing.bench;

import java.util.List;
import java.util.Optional;

/** What was written behind the names: {@code --seconds=20}. */
record BenchOptions(List<String> arguments) {

    double number(String name, double otherwise) {
        return text(name).map(Double::parseDouble).orElse(otherwise);
    }

    Optional<String> text(String name) {
        String start = "--" + name + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(start))
                .map(argument -> argument.substring(start.length()))
                .findFirst();
    }
}

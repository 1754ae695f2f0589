package org.lianbing.bench;

import java.util.List;

/** What was written behind the names: {@code --seconds=20}. */
record BenchOptions(List<String> arguments) {

    double number(String name, double otherwise) {
        String start = "--" + name + "=";
        return arguments.stream()
                .filter(argument -> argument.startsWith(start))
                .map(argument -> Double.parseDouble(argument.substring(start.length())))
                .findFirst()
                .orElse(otherwise);
    }
}

package io.github.clv4j.ahp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Reads judgements and numbers as they are printed. */
final class JudgementTables {

    private JudgementTables() {}

    /** A matrix with a row a line: its name, then its entries, {@code -} where nothing was judged. */
    static PairwiseMatrix matrix(String table) {
        List<String[]> lines =
                table.strip().lines().map(line -> line.strip().split("\\s+")).toList();
        List<String> names = lines.stream().map(line -> line[0]).toList();
        return PairwiseMatrix.parse(
                names,
                lines.stream()
                        .map(line -> Arrays.stream(line)
                                .skip(1)
                                .map(text -> text.equals("-") ? null : text)
                                .toArray(String[]::new))
                        .toArray(String[][]::new));
    }

    /** A matrix from its upper triangle, row by row, {@code -} where nothing was judged. */
    static PairwiseMatrix upperTriangle(List<String> names, String judgements) {
        String[] texts = judgements.strip().split("\\s+");
        PairwiseMatrixBuilder builder = PairwiseMatrix.builder(names);
        int k = 0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++, k++) {
                if (!texts[k].equals("-")) {
                    builder.judge(names.get(i), names.get(j), texts[k]);
                }
            }
        }
        if (k != texts.length) {
            throw new IllegalArgumentException(texts.length + " judgements for " + names);
        }
        return builder.build();
    }

    /** A matrix from pairs, each as {@code a-b 5}, parted by commas. */
    static PairwiseMatrix pairs(List<String> names, String judgements) {
        PairwiseMatrixBuilder builder = PairwiseMatrix.builder(names);
        for (String text : judgements.strip().split("\\s*,\\s*")) {
            String[] parts = text.split("[-\\s]+");
            builder.judge(parts[0], parts[1], parts[2]);
        }
        return builder.build();
    }

    static double[] numbers(String printed) {
        return Arrays.stream(printed.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The names a, b, c and so on, or x0, x1 and so on where the alphabet is too short. */
    static List<String> names(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> n <= 26 ? Character.toString('a' + i) : "x" + i)
                .toList();
    }
}

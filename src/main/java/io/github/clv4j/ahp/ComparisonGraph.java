package io.github.clv4j.ahp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Who was compared with whom: a graph whose edges are the judgements given. */
final class ComparisonGraph {

    /** The equations of a connected graph can be solved however small their coefficients are. */
    private static final double ANY_PIVOT = 0;

    private static final double SYMMETRY = 1e-12;

    private final PairwiseMatrix matrix;
    private final int n;

    private ComparisonGraph(PairwiseMatrix matrix) {
        this.matrix = matrix;
        this.n = matrix.order();
    }

    /**
     * The graph of a matrix.
     *
     * @throws AhpException if it falls into groups
     */
    static ComparisonGraph connected(PairwiseMatrix matrix) {
        ComparisonGraph graph = new ComparisonGraph(matrix);
        List<List<String>> groups = graph.groups();
        if (groups.size() > 1) {
            throw new AhpException(
                    AhpException.Reason.DISCONNECTED,
                    groups,
                    "judgements must connect all names, but nothing connects these groups: " + show(groups)
                            + "; compare at least one of each with one of another");
        }
        return graph;
    }

    /** The pairs without a judgement, in the order of the matrix. */
    static List<List<String>> missingPairs(PairwiseMatrix matrix) {
        List<String> names = matrix.names();
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (Double.isNaN(matrix.judgement(i, j))) {
                    pairs.add(List.of(names.get(i), names.get(j)));
                }
            }
        }
        return pairs;
    }

    private static String show(List<List<String>> groups) {
        List<String> texts = new ArrayList<>();
        groups.forEach(group -> texts.add("{" + String.join(", ", group) + "}"));
        return String.join(" and ", texts);
    }

    boolean isKnown(int i, int j) {
        return !Double.isNaN(matrix.raw()[i * n + j]);
    }

    private List<List<String>> groups() {
        boolean[] seen = new boolean[n];
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (!seen[i]) {
                List<String> group = new ArrayList<>();
                for (int member : reachable(i, seen)) {
                    group.add(matrix.names().get(member));
                }
                groups.add(group);
            }
        }
        return groups;
    }

    /** Everything reachable from a start, in the order of the matrix, which is marked as seen. */
    private List<Integer> reachable(int start, boolean[] seen) {
        List<Integer> found = new ArrayList<>(List.of(start));
        seen[start] = true;
        for (int k = 0; k < found.size(); k++) {
            for (int j = 0; j < n; j++) {
                if (!seen[j] && isKnown(found.get(k), j)) {
                    seen[j] = true;
                    found.add(j);
                }
            }
        }
        found.sort(null);
        return found;
    }

    /** The slopes of the missing judgements, added up by row. */
    double[] missingSlopes(LambdaGradient gradient) {
        double[] slopes = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!isKnown(i, j)) {
                    slopes[i] += gradient.slope(i, j);
                }
            }
        }
        return slopes;
    }

    /** The potentials where all conductances are 1. */
    double[] potentials(double[] flows) {
        double[] equal = new double[n * n];
        Arrays.fill(equal, 1);
        return potentials(equal, flows);
    }

    /**
     * The potentials u, the last of them 0, with {@code sum_j c_ij (u_i - u_j) = flow_i} over the known pairs: the equations
     * of a Laplacian, solvable because the graph is connected and the flows sum to 0.
     *
     * @param conductances c row by row, symmetric and positive where a judgement is known
     * @param flows one for each name
     */
    double[] potentials(double[] conductances, double[] flows) {
        double[] potentials = new double[n];
        if (n > 1) {
            double[] solved = solve(grounded(conductances), flows);
            System.arraycopy(solved, 0, potentials, 0, n - 1);
        }
        return potentials;
    }

    private static double[] solve(double[][] grounded, double[] flows) {
        RealMatrix laplacian = new Array2DRowRealMatrix(grounded, false);
        ArrayRealVector right = new ArrayRealVector(flows, 0, grounded.length);
        try {
            return new CholeskyDecomposition(laplacian, SYMMETRY, ANY_PIVOT)
                    .getSolver()
                    .solve(right)
                    .toArray();
        } catch (NonPositiveDefiniteMatrixException e) {
            throw AhpException.notConverged("equations of the missing judgements must be solvable, but were not", e);
        }
    }

    /** The Laplacian without the row and column of the last name. */
    private double[][] grounded(double[] conductances) {
        double[][] laplacian = new double[n - 1][n - 1];
        for (int i = 0; i < n - 1; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j && isKnown(i, j)) {
                    double conductance = conductances[i * n + j];
                    laplacian[i][i] += conductance;
                    if (j < n - 1) {
                        laplacian[i][j] -= conductance;
                    }
                }
            }
        }
        return laplacian;
    }
}

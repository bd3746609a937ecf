package io.github.clv4j.ahp;

import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;

/**
 * Complete judgement matrices of the literature with the weights printed there, and with weights, eigenvalue and indices
 * recomputed to 80 digits (mpmath). The recomputed digits are what holds; the printed ones were partly found by hand.
 */
enum PublishedExample {
    /** Saaty, Journal of Mathematical Psychology 15 (1977) 234-281. Lambda is printed as 6.45. */
    DISTANCE_FROM_PHILADELPHIA(
            """
            Cairo            1   1/3     8     3     3     7
            Tokyo            3     1     9     3     3     9
            Chicago        1/8   1/9     1   1/6   1/5     2
            SanFrancisco   1/3   1/3     6     1   1/3     6
            London         1/3   1/3     5     3     1     6
            Montreal       1/7   1/9   1/2   1/6   1/6     1
            """,
            PublishedExample.THREE_DIGITS,
            ".263 .397 .033 .116 .164 .027",
            "0.261853 0.397486 0.033435 0.116387 0.164241 0.026599",
            "0.260229 0.399127 0.034586 0.116223 0.162606 0.027229",
            6.45362962,
            0.09072592,
            "0.073166 0.072581 0.072371 0.076906",
            0.263330),

    /** Saaty, International Journal of Services Sciences 1 (2008) 83-98. */
    CONSUMPTION_OF_DRINKS(
            """
            Coffee     1     9     5     2     1     1   1/2
            Wine     1/9     1   1/3   1/9   1/9   1/9   1/9
            Tea      1/5     3     1   1/3   1/4   1/3   1/9
            Beer     1/2     9     3     1   1/2     1   1/3
            Soda       1     9     4     2     1     2   1/2
            Milk       1     9     3     1   1/2     1   1/3
            Water      2     9     9     3     2     3     1
            """,
            PublishedExample.THREE_DIGITS,
            ".177 .019 .042 .116 .190 .129 .327",
            "0.177457 0.019149 0.041831 0.116417 0.189572 0.128781 0.326793",
            "0.178723 0.018461 0.042234 0.116498 0.191136 0.128625 0.324323",
            7.17662904,
            0.02943817,
            "0.022302 0.021806 0.021974 0.023515",
            0.080363),

    /** Saaty and Khouja (1976); Saaty (1977, 1980). Lambda is printed as 7.61, CR as .08. */
    WEALTH_OF_NATIONS(
            """
            US           1     4     9     6     6     5     5
            USSR       1/4     1     7     5     5     3     4
            China      1/9   1/7     1   1/5   1/5   1/7   1/5
            France     1/6   1/5     5     1     1   1/3   1/3
            UK         1/6   1/5     5     1     1   1/3   1/3
            Japan      1/5   1/3     7     3     3     1     2
            WGermany   1/5   1/4     5     3     3   1/2     1
            """,
            PublishedExample.THREE_DIGITS,
            ".427 .230 .021 .052 .052 .123 .094",
            "0.427115 0.230293 0.020838 0.052386 0.052386 0.122719 0.094263",
            "0.417157 0.231489 0.019888 0.053512 0.053512 0.128226 0.096215",
            7.60772027,
            0.10128671,
            "0.076732 0.075027 0.075606 0.080906",
            0.271760),

    /** Saaty (1977). The first weight is cut to .61 in print, not rounded. */
    OPTICS_FIRST_TRIAL(
            """
            C1     1     5     6     7
            C2   1/5     1     4     6
            C3   1/6   1/4     1     4
            C4   1/7   1/6   1/4     1
            """,
            0.009,
            ".61 .24 .10 .05",
            "0.618669 0.235323 0.100934 0.045074",
            "0.613634 0.238597 0.102995 0.044774",
            4.39073022,
            0.13024341,
            "0.144715 0.146341 0.143214 0.157185",
            0.503968),

    /** Saaty (1977). */
    OPTICS_SECOND_TRIAL(
            """
            C1     1     4     6     7
            C2   1/4     1     3     4
            C3   1/6   1/3     1     2
            C4   1/7   1/4   1/2     1
            """,
            PublishedExample.TWO_DIGITS,
            ".62 .22 .10 .06",
            "0.616823 0.223829 0.097234 0.062114",
            "0.614455 0.224617 0.098538 0.062390",
            4.10221821,
            0.03407274,
            "0.037859 0.038284 0.037466 0.041121",
            0.134897),

    /** Saaty, European Journal of Operational Research 48 (1990) 9-26. Lambda is printed as 9.669, CI .238, CR .169. */
    BUYING_A_HOUSE(
            """
            Size              1     5     3     7     6     6   1/3   1/4
            Transport       1/5     1   1/3     5     3     3   1/5   1/7
            Neighbourhood   1/3     3     1     6     3     4     6   1/5
            Age             1/7   1/5   1/6     1   1/3   1/4   1/7   1/8
            Yard            1/6   1/3   1/3     3     1   1/2   1/5   1/6
            Modern          1/6   1/3   1/4     4     2     1   1/5   1/6
            Condition         3     5   1/6     7     5     5     1   1/2
            Financing         4     7     5     8     6     6     2     1
            """,
            PublishedExample.THREE_DIGITS,
            ".173 .054 .188 .018 .031 .036 .167 .333",
            "0.173017 0.053976 0.188110 0.017508 0.031044 0.036322 0.166834 0.333189",
            "0.174805 0.062647 0.148706 0.019345 0.035570 0.042300 0.167016 0.349610",
            9.66888732,
            0.23841247,
            "0.169087 0.170295 0.170157 0.181013",
            0.529157),

    /** Saaty (1980); Mathematical Modelling 9 (1987) 161-176. The lambda printed there, 7.49, is not that of this matrix. */
    SELECTING_A_SCHOOL(
            """
            Learning        1     4     3     1     3     4
            Friends       1/4     1     7     3   1/5     1
            SchoolLife    1/3   1/7     1   1/5   1/5   1/6
            Vocational      1   1/3     5     1     1   1/3
            CollegePrep   1/3     5     5     1     1     3
            Music         1/4     1     6     3   1/3     1
            """,
            PublishedExample.TWO_DIGITS,
            ".32 .14 .03 .13 .24 .14",
            "0.320770 0.139503 0.034768 0.128486 0.237390 0.139083",
            "0.315986 0.139146 0.036049 0.125140 0.236010 0.147669",
            7.41987010,
            0.28397402,
            "0.229011 0.227179 0.226523 0.240717",
            0.790320),

    /** Saaty, Theory and Applications of the Analytic Network Process (2005); RACSAM 102 (2008). One judgement is 3/2. */
    AREAS_OF_FIGURES(
            """
            Circle        1     9     2     3     5
            Triangle    1/9     1   1/5   1/3   1/2
            Square      1/2     5     1   3/2     3
            Diamond     1/3     3   2/3     1   3/2
            Rectangle   1/5     2   1/3   2/3     1
            """,
            PublishedExample.THREE_DIGITS,
            ".462 .049 .245 .151 .093",
            "0.461800 0.049191 0.245104 0.150836 0.093070",
            "0.462180 0.049234 0.244776 0.150848 0.092963",
            5.00775685,
            0.00193921,
            "0.001731 0.001747 0.001724 0.001831",
            0.006455),

    /** Saaty, RACSAM 102 (2008). */
    PROTEIN_IN_FOODS(
            """
            Steak          1     9     9     6     4     5     1
            Potatoes     1/9     1     1   1/2   1/4   1/3   1/9
            Apples       1/9     1     1   1/3   1/3   1/5   1/9
            Soybean      1/6     2     3     1   1/2     1   1/6
            WheatBread   1/4     4     3     2     1     3   1/3
            Cake         1/5     3     5     1   1/3     1   1/5
            Fish           1     9     9     6     3     5     1
            """,
            PublishedExample.THREE_DIGITS,
            ".345 .031 .030 .065 .124 .078 .328",
            "0.345094 0.031125 0.029630 0.064755 0.123951 0.077518 0.327927",
            "0.346578 0.031646 0.028928 0.065458 0.120587 0.074179 0.332623",
            7.22047558,
            0.03674593,
            "0.027838 0.027219 0.027429 0.029352",
            0.099072),

    /** Saaty (1980). */
    WEIGHTS_OF_OBJECTS(
            """
            Radio          1   1/5   1/3   1/4     4
            Typewriter     5     1     2     2     8
            LargeCase      3   1/2     1   1/2     4
            Projector      4   1/2     2     1     7
            SmallCase    1/4   1/8   1/4   1/7     1
            """,
            PublishedExample.TWO_DIGITS,
            ".09 .40 .18 .29 .04",
            "0.088070 0.404739 0.183225 0.285703 0.038263",
            "0.085673 0.406337 0.183437 0.286744 0.037809",
            5.16146764,
            0.04036691,
            "0.036042 0.036367 0.035896 0.038114",
            0.131998),

    /** Saaty (1980). */
    HOUSEHOLD_ELECTRICITY(
            """
            Range            1     2     5     8     7     9     9
            Refrigerator   1/2     1     4     5     5     7     9
            TV             1/5   1/4     1     2     5     6     8
            Dishwasher     1/8   1/5   1/2     1     4     9     9
            Iron           1/7   1/5   1/5   1/4     1     5     9
            Radio          1/9   1/7   1/6   1/9   1/5     1     5
            HairDryer      1/9   1/9   1/8   1/9   1/9   1/5     1
            """,
            PublishedExample.THREE_DIGITS,
            ".393 .261 .131 .110 .061 .028 .016",
            "0.393345 0.261409 0.131289 0.109764 0.060568 0.028064 0.015561",
            "0.394085 0.269221 0.134129 0.104023 0.057555 0.026657 0.014329",
            8.30651884,
            0.21775314,
            "0.164964 0.161299 0.162543 0.173938",
            0.570890),

    /** After Bozoki, Fulop and Ronyai, Mathematical and Computer Modelling 52 (2010) 318-333. */
    FOUR_BY_FOUR(
            """
            a     1     1     5     2
            b     1     1     3     4
            c   1/5   1/3     1   3/4
            d   1/2   1/4   4/3     1
            """,
            0.0001,
            ".3742 .3917 .0991 .1349",
            "0.374226 0.391709 0.099146 0.134920",
            "0.374272 0.391726 0.099524 0.134477",
            4.09245975,
            0.03081992,
            "0.034244 0.034629 0.033889 0.037195",
            0.122299);

    /** Half a unit of the eighth, or sixth, digit after the point. */
    static final Offset<Double> EIGHT_DIGITS = Assertions.within(5.01e-9);

    static final Offset<Double> SIX_DIGITS = Assertions.within(5.01e-7);

    static final double THREE_DIGITS = 0.0015;
    static final double TWO_DIGITS = 0.008;

    final PairwiseMatrix matrix;
    final Offset<Double> printTolerance;
    final double[] printed;
    final double[] eigenvector;
    final double[] geometricMean;
    final double lambda;
    final double consistencyIndex;
    private final double[] ratios;
    final double geometricIndex;

    PublishedExample(
            String table,
            double printTolerance,
            String printed,
            String eigenvector,
            String geometricMean,
            double lambda,
            double consistencyIndex,
            String ratios,
            double geometricIndex) {
        this.matrix = JudgementTables.matrix(table);
        this.printTolerance = Assertions.within(printTolerance);
        this.printed = JudgementTables.numbers(printed);
        this.eigenvector = JudgementTables.numbers(eigenvector);
        this.geometricMean = JudgementTables.numbers(geometricMean);
        this.lambda = lambda;
        this.consistencyIndex = consistencyIndex;
        this.ratios = JudgementTables.numbers(ratios);
        this.geometricIndex = geometricIndex;
    }

    /** The consistency ratio by a table, to six digits. */
    double ratio(RandomIndex table) {
        return ratios[table.ordinal()];
    }
}

package io.github.clv4j.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.clv4j.timevalue.DiscountRate;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsHashTest {

    private static final ScoringPlan PLAN = ScoringPlan.builder()
            .discountRate(DiscountRate.monthly(0.01))
            .horizonColumn("months")
            .profit("profit")
            .service(ServicePlan.withGroupShare("tv", "has_tv", "城市", Amount.constant(4)))
            .churn(ChurnPlan.logistic("left", List.of("profit")))
            .build();

    private final double[] profit = {1, -0.0};
    private final String[] city = {"利马", null};

    private String hash() {
        return ColumnsHash.sha256(
                PLAN,
                CustomerColumns.builder(2)
                        .ids(new String[] {"not", "hashed"})
                        .number("unused", new double[] {7, 8})
                        .number("left", new double[] {1, 0})
                        .number("profit", profit)
                        .number("months", new double[] {24, Double.NaN})
                        .number("has_tv", new double[] {0, 1})
                        .group("城市", city)
                        .build());
    }

    /** The bytes put together by hand, as the Javadoc of {@link FitProvenance} describes them. */
    @Test
    void theHashIsThatOfTheBytesItIsSaidToBe() throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
        putNumbers(bytes, "profit", 1, -0.0);
        putNumbers(bytes, "months", 24, Double.NaN);
        putNumbers(bytes, "has_tv", 0, 1);
        putText(bytes, "城市");
        bytes.putInt(2);
        putText(bytes, "利马");
        bytes.putInt(-1);
        putNumbers(bytes, "left", 1, 0);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes.array(), 0, bytes.position());

        assertThat(hash()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void everyBitOfAUsedColumnCounts() {
        String before = hash();

        profit[1] = 0.0;
        assertThat(hash()).isNotEqualTo(before);
        profit[1] = -0.0;
        assertThat(hash()).isEqualTo(before);
        city[1] = "";
        assertThat(hash()).isNotEqualTo(before);
    }

    private static void putNumbers(ByteBuffer bytes, String name, double... values) {
        putText(bytes, name);
        bytes.putInt(values.length);
        for (double value : values) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
    }

    private static void putText(ByteBuffer bytes, String text) {
        bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }
}

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
        ByteBuffer bytes = buffer().putInt(2);
        putText(bytes, "profit").put(numbers(1, -0.0));
        putText(bytes, "months").put(numbers(24, Double.NaN));
        putText(bytes, "has_tv").put(numbers(0, 1));
        putText(bytes, "城市").put(sha256(putText(buffer(), "利马").putInt(-1)));
        putText(bytes, "left").put(numbers(1, 0));

        assertThat(hash()).isEqualTo(HexFormat.of().formatHex(sha256(bytes)));
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

    private static ByteBuffer buffer() {
        return ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] numbers(double... values) throws NoSuchAlgorithmException {
        ByteBuffer bytes = buffer();
        for (double value : values) {
            bytes.putLong(Double.doubleToLongBits(value));
        }
        return sha256(bytes);
    }

    private static ByteBuffer putText(ByteBuffer bytes, String text) {
        return bytes.putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] sha256(ByteBuffer bytes) throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(bytes.array(), 0, bytes.position());
        return sha256.digest();
    }
}

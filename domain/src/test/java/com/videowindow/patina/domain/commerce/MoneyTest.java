package com.videowindow.patina.domain.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.videowindow.patina.domain.catalog.ProductId;
import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property
    void amounts_that_are_worth_the_same_are_the_same(
            @ForAll @BigRange(min = "0", max = "999999999999") @Scale(2) BigDecimal amount) {
        assertThat(new Money(amount.setScale(4), EUR)).isEqualTo(new Money(amount, EUR));
        assertThat(new Money(amount, EUR).amount()).isEqualByComparingTo(amount);
    }

    @Test
    void whole_amounts_are_written_plainly() {
        assertThat(new Money(new BigDecimal("1E+3"), EUR).amount()).hasToString("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000000", "0.00001", "1E+1000000000", "1E-1000000000"})
    void other_amounts_are_refused_without_working_them_out(String amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(new BigDecimal(amount), EUR))
                .withMessage("amount must be 0 to 999999999999 with at most 4 decimals");
    }

    @Test
    void an_order_line_has_at_least_one_piece() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OrderLine(new ProductId("chisel"), 0, null));
    }
}

package com.videowindow.patina.domain.commerce;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency, never negative; 12.5 and 12.50 are the same amount. */
public record Money(BigDecimal amount, Currency currency) {
    public Money {
        if (amount.signum() < 0 || amount.precision() - amount.scale() > 12 || amount.scale() > 4) {
            throw new IllegalArgumentException("amount must be 0 to 999999999999 with at most 4 decimals");
        }
        amount = amount.stripTrailingZeros();
        amount = amount.setScale(Math.max(0, amount.scale()));
    }
}

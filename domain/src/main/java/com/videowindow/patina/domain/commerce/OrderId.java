package com.videowindow.patina.domain.commerce;

import com.videowindow.patina.domain.Check;

/** An order, as the shop names it. */
public record OrderId(String value) {
    public OrderId {
        Check.identifier("orderId", value, 64);
    }
}

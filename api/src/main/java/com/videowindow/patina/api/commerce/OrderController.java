package com.videowindow.patina.api.commerce;

import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.security.Caller;
import com.videowindow.patina.query.commerce.FindOrders;
import com.videowindow.patina.query.commerce.OrderPage;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller ordered. */
@RestController
@RequestMapping("/api/v1/user/orders")
final class OrderController {

    private final Questions questions;
    private final ReadYourWrites writes;

    OrderController(Questions questions, ReadYourWrites writes) {
        this.questions = questions;
        this.writes = writes;
    }

    @GetMapping
    @Operation(operationId = "listOrders", summary = "What the caller ordered, newest first.")
    Answer<OrderPage> orders(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable Long after) {
        FindOrders question = new FindOrders(caller.reader(), cursor, limit);
        return writes.read(after, "orders", () -> questions.ask(question, OrderPage.class));
    }
}

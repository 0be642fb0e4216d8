package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.TimeTravel;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.command.catalog.ListProduct;
import com.videowindow.patina.command.catalog.RestoreProduct;
import com.videowindow.patina.command.catalog.RetireProduct;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.ProductId;
import com.videowindow.patina.query.catalog.FindPastProduct;
import com.videowindow.patina.query.catalog.PastProduct;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to sell. */
@RestController
@RequestMapping("/api/v1/catalog/products")
final class ProductController {

    private final Commands commands;
    private final Questions questions;
    private final Catalog catalog;
    private final TimeTravel past;

    ProductController(Commands commands, Questions questions, Catalog catalog, TimeTravel past) {
        this.commands = commands;
        this.questions = questions;
        this.past = past;
        this.catalog = catalog;
    }

    @Operation(operationId = "listProduct", summary = "Offers a product, or describes it anew.")
    @ApiResponse(responseCode = "201", description = "New", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Known before: changed or as it was", useReturnTypeSchema = true)
    @PutMapping("/{id}")
    ResponseEntity<Published> list(@PathVariable ProductId id, @RequestBody ProductBody body) {
        if (body.id() != null && !body.id().equals(id)) {
            throw Unacceptable.field("id", "must be the one in the address");
        }
        return Published.answer(
                id.value(), commands.sendForReceipt(new ListProduct(body.as(id), Instant.now()), Change.class));
    }

    @Operation(operationId = "getProduct", summary = "A product as it stands, or stood.")
    @GetMapping("/{id}")
    Answer<Offered> show(@PathVariable ProductId id, @RequestParam(required = false) @Nullable String asOf) {
        if (asOf != null) {
            return past.read(asOf, null, then -> offered(id, then.position()));
        }
        return catalog.product(id)
                .map(product -> Answer.now(new Offered(ProductBody.of(product), catalog.isRetired(id))))
                .orElseThrow(Unacceptable::nothingHere);
    }

    private Answer<Offered> offered(ProductId id, LogPosition asOf) {
        return questions
                .find(new FindPastProduct(id, asOf), PastProduct.class)
                .map(found -> Answer.now(new Offered(ProductBody.of(found.product()), found.retired()), !found.whole()))
                .orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "removeProduct", summary = "Retires a product.")
    @DeleteMapping("/{id}")
    Published remove(@PathVariable ProductId id) {
        return retire(id);
    }

    @Operation(operationId = "retireProduct", summary = "Retires a product.")
    @PostMapping("/{id}/retire")
    Published retire(@PathVariable ProductId id) {
        return Published.at(id.value(), commands.sendForReceipt(new RetireProduct(id, Instant.now()), Object.class));
    }

    @Operation(operationId = "restoreProduct", summary = "Takes a retirement back.")
    @PostMapping("/{id}/restore")
    Published restore(@PathVariable ProductId id) {
        return Published.at(id.value(), commands.sendForReceipt(new RestoreProduct(id, Instant.now()), Object.class));
    }

    /** A product as it stands or stood. */
    record Offered(@JsonUnwrapped ProductBody product, boolean retired) {}
}

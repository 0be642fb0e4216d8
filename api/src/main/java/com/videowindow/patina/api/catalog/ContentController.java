package com.videowindow.patina.api.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.videowindow.patina.api.messaging.Answer;
import com.videowindow.patina.api.messaging.Commands;
import com.videowindow.patina.api.messaging.Questions;
import com.videowindow.patina.api.messaging.ReadYourWrites;
import com.videowindow.patina.api.messaging.TimeTravel;
import com.videowindow.patina.api.problem.Unacceptable;
import com.videowindow.patina.command.catalog.Change;
import com.videowindow.patina.command.catalog.PublishContent;
import com.videowindow.patina.command.catalog.RestoreContent;
import com.videowindow.patina.command.catalog.RetireContent;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.catalog.Catalog;
import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.catalog.ReadFacet;
import com.videowindow.patina.query.catalog.FacetReading;
import com.videowindow.patina.query.catalog.FindContent;
import com.videowindow.patina.query.catalog.FindPastContent;
import com.videowindow.patina.query.catalog.FindTaxonomy;
import com.videowindow.patina.query.catalog.PastContent;
import com.videowindow.patina.query.catalog.Taxonomy;
import com.videowindow.patina.query.recommendation.FindSimilar;
import com.videowindow.patina.query.recommendation.SimilarContent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is to show. */
@RestController
@RequestMapping("/api/v1/catalog")
final class ContentController {

    private final Commands commands;
    private final Questions questions;
    private final Authorship authorship;
    private final FacetReading reading;
    private final Catalog catalog;
    private final ReadYourWrites writes;
    private final TimeTravel past;

    ContentController(
            Commands commands,
            Questions questions,
            Authorship authorship,
            FacetReading reading,
            Catalog catalog,
            ReadYourWrites writes,
            TimeTravel past) {
        this.commands = commands;
        this.questions = questions;
        this.authorship = authorship;
        this.reading = reading;
        this.catalog = catalog;
        this.writes = writes;
        this.past = past;
    }

    @Operation(operationId = "publishContent", summary = "Publishes content, or describes it anew.")
    @ApiResponse(responseCode = "201", description = "New", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Known before: changed or as it was", useReturnTypeSchema = true)
    @PutMapping("/content/{id}")
    ResponseEntity<Published> publish(@PathVariable ContentId id, @RequestBody ContentBody body, Authentication who) {
        if (body.id() != null && !body.id().equals(id)) {
            throw Unacceptable.field("id", "must be the one in the address");
        }
        Content told = body.as(id);
        Instant now = Instant.now();
        authorship.check(who, id, body.creator());
        Content content = reading.read(told, now);
        return Published.answer(id.value(), commands.sendForReceipt(new PublishContent(content, now), Change.class));
    }

    @Operation(operationId = "getContent", summary = "Content as it stands, or stood.")
    @GetMapping("/content/{id}")
    Answer<Shown> show(@PathVariable ContentId id, @RequestParam(required = false) @Nullable String asOf) {
        if (asOf != null) {
            return past.read(asOf, null, then -> shown(id, then.position()));
        }
        Content content = questions.find(new FindContent(id), Content.class).orElseThrow(Unacceptable::nothingHere);
        return Answer.now(Shown.of(content, catalog.isRetired(id)));
    }

    @Operation(operationId = "getSimilarContent", summary = "What is like it, by what it is and by who likes both.")
    @GetMapping("/content/{id}/similar")
    SimilarContent similar(@PathVariable ContentId id, @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit) {
        return questions
                .find(new FindSimilar(id, limit, Instant.now()), SimilarContent.class)
                .orElseThrow(Unacceptable::nothingHere);
    }

    private Answer<Shown> shown(ContentId id, LogPosition asOf) {
        return questions
                .find(new FindPastContent(id, asOf), PastContent.class)
                .map(found -> Answer.now(Shown.of(found.content(), found.retired()), !found.whole()))
                .orElseThrow(Unacceptable::nothingHere);
    }

    @Operation(operationId = "removeContent", summary = "Retires content: it is no longer recommended.")
    @DeleteMapping("/content/{id}")
    Published remove(@PathVariable ContentId id, Authentication who) {
        return retire(id, who);
    }

    @Operation(operationId = "retireContent", summary = "Retires content: it is no longer recommended.")
    @PostMapping("/content/{id}/retire")
    Published retire(@PathVariable ContentId id, Authentication who) {
        authorship.check(who, id);
        return Published.at(id.value(), commands.sendForReceipt(new RetireContent(id, Instant.now()), Object.class));
    }

    @Operation(operationId = "restoreContent", summary = "Takes a retirement back.")
    @PostMapping("/content/{id}/restore")
    Published restore(@PathVariable ContentId id, Authentication who) {
        authorship.check(who, id);
        return Published.at(id.value(), commands.sendForReceipt(new RestoreContent(id, Instant.now()), Object.class));
    }

    @Operation(operationId = "getTaxonomy", summary = "What interests can be picked from, with counts.")
    @GetMapping("/taxonomy")
    Answer<Taxonomy> taxonomy(@RequestParam(required = false) @Nullable Long after) {
        return writes.read(after, "shown", () -> questions.ask(new FindTaxonomy(), Taxonomy.class));
    }

    /**
     * Content as it stands or stood.
     *
     * @param read facets that nobody stated of it and that were read from its words, surest first
     */
    record Shown(@JsonUnwrapped ContentBody content, boolean retired, List<ReadFacet> read) {
        static Shown of(Content content, boolean retired) {
            return new Shown(ContentBody.of(content), retired, content.read());
        }
    }
}

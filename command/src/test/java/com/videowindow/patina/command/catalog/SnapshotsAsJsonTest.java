package com.videowindow.patina.command.catalog;

import static com.videowindow.patina.command.People.NOON;
import static com.videowindow.patina.command.Shelf.CHISEL;
import static com.videowindow.patina.command.Shelf.DOVETAILS;
import static com.videowindow.patina.command.Shelf.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.videowindow.patina.domain.catalog.Content;
import com.videowindow.patina.domain.catalog.ContentPublished;
import com.videowindow.patina.domain.catalog.ContentRetired;
import com.videowindow.patina.domain.catalog.CreatorId;
import com.videowindow.patina.domain.catalog.Description;
import com.videowindow.patina.domain.catalog.Product;
import com.videowindow.patina.domain.catalog.ProductListed;
import com.videowindow.patina.domain.catalog.ProductRetired;
import com.videowindow.patina.domain.catalog.SkillLevel;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A snapshot of today's revision is believed whatever it holds: the mapper passes over fields that it does not know and
 * leaves empty those that are missing. So what each revision looks like is frozen, with every field of the items and of
 * all that they hold. Whoever changes one raises {@code @Revision} of both items and runs this once with {@code
 * -Dpatina.snapshots.write=true}; files of older revisions may go, since nobody reads such snapshots.
 */
class SnapshotsAsJsonTest {
    private static final Path FILES = Path.of("src/test/resources/snapshots");
    private static final Description ABOUT = new Description(
            "Dovetails by hand",
            "Cut them clean",
            URI.create("https://example.org/d.jpg"),
            new CreatorId("ben"),
            "woodworking",
            "joinery",
            List.of("tools"),
            List.of("dovetail"),
            List.of("oak"),
            SkillLevel.BEGINNER,
            List.of("handtools"),
            "en");

    /** As the log makes them. */
    private static final Serializer SERIALIZER =
            JacksonSerializer.builder().objectMapper(PatinaJson.mapper().copy()).build();

    static Stream<CatalogItem<?>> items() {
        ContentItem content = new ContentItem();
        content.on(new ContentPublished(
                new Content(DOVETAILS, ABOUT, "Today we cut", Duration.ofMinutes(12), NOON, List.of(0.25f)), NOON));
        content.on(new ContentRetired(DOVETAILS, NOON));
        ProductItem product = new ProductItem();
        product.on(new ProductListed(new Product(CHISEL, ABOUT, PRICE, 5, List.of("DE")), NOON));
        product.on(new ProductRetired(CHISEL, NOON));
        return Stream.of(content, product);
    }

    @ParameterizedTest
    @MethodSource("items")
    void it_is_to_the_byte_what_its_revision_ever_was(CatalogItem<?> item) throws IOException {
        byte[] written = SERIALIZER.serialize(item, byte[].class).getData();
        if (Boolean.getBoolean("patina.snapshots.write") && Files.notExists(file(item))) {
            Files.write(file(item), written);
        }

        assertThat(file(item)).hasBinaryContent(written);
    }

    @ParameterizedTest
    @MethodSource("items")
    void what_was_frozen_is_read_as_the_item_that_it_was(CatalogItem<?> item) throws IOException {
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                Files.readAllBytes(file(item)), byte[].class, SERIALIZER.typeForClass(item.getClass())));

        assertThat(read).usingRecursiveComparison().isEqualTo(item);
    }

    /** What is absent is not written, and would not be frozen. */
    @ParameterizedTest
    @MethodSource("items")
    void no_field_is_absent_from_what_is_frozen(CatalogItem<?> item) {
        assertThat(item).usingRecursiveAssertion().hasNoNullFields();
    }

    private static Path file(CatalogItem<?> item) {
        String revision = SERIALIZER.typeForClass(item.getClass()).getRevision();
        return FILES.resolve(item.getClass().getSimpleName() + "." + revision + ".json");
    }
}

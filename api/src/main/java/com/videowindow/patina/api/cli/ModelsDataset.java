package com.videowindow.patina.api.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.videowindow.patina.domain.catalog.ContentId;
import com.videowindow.patina.domain.model.TrainingData;
import com.videowindow.patina.domain.model.TrainingData.Extent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Who likes what, for training elsewhere. */
@Command(
        name = "dataset",
        description = {
            "Writes what a training begun now would learn from into a folder; beside a server, which goes on, or without one.",
            "People who allow training and have not left are numbers in it, which nothing else knows. It is about people all "
                    + "the same: keep it as safe as the log, and delete it when the training is over."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ModelsDataset implements Callable<Integer> {

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "The folder: content.jsonl and likes.jsonl; files that are there are never replaced.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private Path folder;

    @Option(
            names = "--items",
            defaultValue = "10000000",
            description = "How much content at most, that which most people like (default: ${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--json", description = "Print how much it was as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        try (LogAlone log = LogAlone.thatIsThere()) {
            Path content = begun("content");
            Path likes = begun("likes");
            Extent extent;
            try (Lines lines = new Lines(generator(content), generator(likes))) {
                extent = log.trainingData().take(items, lines);
            }
            Files.move(content, whole("content"));
            Files.move(likes, whole("likes"));
            report(extent);
            return 0;
        }
    }

    /** Its owner's alone, and not under its name before it is whole. */
    private Path begun(String name) throws IOException {
        if (Files.exists(whole(name))) {
            throw new FileAlreadyExistsException(whole(name).toString());
        }
        Path begun = folder.resolve(name + ".part");
        Files.deleteIfExists(begun);
        return Files.createFile(
                begun, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private Path whole(String name) {
        return folder.resolve(name + ".jsonl");
    }

    private static JsonGenerator generator(Path file) throws IOException {
        return Http.JSON
                .getFactory()
                .createGenerator(Files.newOutputStream(file))
                .setRootValueSeparator(new SerializedString("\n"));
    }

    private void report(Extent extent) {
        spec.commandLine()
                .getOut()
                .println(
                        json
                                ? Http.JSON
                                        .createObjectNode()
                                        .put("upTo", extent.upTo().value())
                                        .put("people", extent.people())
                                        .put("likes", extent.likes())
                                        .put("content", extent.content())
                                        .put("erased", extent.erased())
                                        .put("excluded", extent.excluded())
                                        .toString()
                                : "%,d likes of %,d people and %,d pieces of content, up to %d"
                                        .formatted(
                                                extent.likes(),
                                                extent.people(),
                                                extent.content(),
                                                extent.upTo().value()));
    }

    /** One object a line, written as it comes. */
    private record Lines(JsonGenerator content, JsonGenerator likes) implements TrainingData.Taking, AutoCloseable {

        @Override
        public void content(int number, ContentId id, int likers) {
            try {
                content.writeStartObject();
                content.writeNumberField("item", number);
                content.writeStringField("content", id.value());
                content.writeNumberField("likers", likers);
                content.writeEndObject();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        @Override
        public void person(int number, int[] liked, double[] strengths) {
            try {
                likes.writeStartObject();
                likes.writeNumberField("person", number);
                likes.writeFieldName("items");
                likes.writeArray(liked, 0, liked.length);
                likes.writeFieldName("strengths");
                likes.writeArray(strengths, 0, strengths.length);
                likes.writeEndObject();
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        @Override
        public void close() throws IOException {
            try (content) {
                likes.close();
            }
        }
    }
}

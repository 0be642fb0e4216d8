package com.videowindow.patina.sagas.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.videowindow.patina.domain.export.ArchiveSummary;
import com.videowindow.patina.domain.export.Archives;
import com.videowindow.patina.json.PatinaJson;
import com.videowindow.patina.sagas.export.ArchiveFiles.Sink;
import com.videowindow.patina.sagas.export.ArchiveFiles.Written;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what was gathered about a person, in three forms, and at the end what proves that it is everything. */
final class ArchiveWriter {
    private final Guide guide;

    ArchiveWriter(Guide guide) {
        this.guide = guide;
    }

    /** A part as it was written. */
    private record Done(Part part, Columns columns, long rows) {}

    /** @throws Incomplete when the second count differs from what was written */
    ArchiveSummary write(Gathered gathered, Archives.Draft draft) throws IOException {
        ArchiveFiles files = new ArchiveFiles(draft.out(), draft.password());
        List<Done> parts = new ArrayList<>();
        for (Part part : gathered.parts()) {
            parts.add(data(files, part));
        }
        files.add("about.json", sink -> json(sink, about(gathered, parts)));
        files.add("index.html", sink -> page(sink, gathered, parts));
        Census census = gathered.census();
        census.demandComplete();
        files.add("manifest.json", sink -> json(sink, manifest(gathered, census, files.files())));
        files.close();
        return new ArchiveSummary(
                gathered.through(),
                census.written().size(),
                census.forgotten().size(),
                files.bytes(),
                files.fingerprint());
    }

    private static Done data(ArchiveFiles files, Part part) throws IOException {
        Columns columns = new Columns();
        Written json = files.add("data/" + part.name() + ".json", sink -> rows(sink, part, columns));
        Written csv = files.add("data/" + part.name() + ".csv", sink -> table(sink, part, columns));
        if (json.rows() != csv.rows()) {
            throw new IllegalStateException("it changed while it was written");
        }
        return new Done(part, columns, json.rows());
    }

    private static long rows(Sink sink, Part part, Columns columns) {
        long[] rows = {0};
        sink.write("[");
        part.each(row -> {
            columns.see(row);
            sink.write(rows[0]++ == 0 ? "\n" : ",\n");
            sink.write(bytes(row));
        });
        sink.write("\n]\n");
        return rows[0];
    }

    private static long table(Sink sink, Part part, Columns columns) {
        long[] rows = {0};
        sink.write(Csv.heading(columns.names()));
        part.each(row -> {
            rows[0]++;
            sink.write(Csv.line(columns.of(row)));
        });
        return rows[0];
    }

    private long page(Sink sink, Gathered gathered, List<Done> parts) {
        ReadablePage page = new ReadablePage(sink, guide);
        page.begin(
                gathered.at(),
                parts.stream().map(Done::part).toList(),
                parts.stream().map(Done::rows).toList());
        parts.forEach(done -> page.part(done.part(), done.columns(), done.rows()));
        page.end();
        return 0;
    }

    private Map<String, Object> about(Gathered gathered, List<Done> parts) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("subject", gathered.subject());
        about.put("made", gathered.at());
        about.put("controller", guide.operator());
        about.put("rights", guide.rights());
        about.put(
                "article15",
                guide.points(parts.stream().map(done -> done.part().name()).toList(), gathered.at()));
        List<Map<String, Object>> chapters = new ArrayList<>();
        for (Done done : parts) {
            Map<String, Object> chapter = new LinkedHashMap<>();
            chapter.put("name", done.part().name());
            chapter.put("rows", done.rows());
            chapter.put("columns", done.columns().names());
            chapter.put("about", guide.chapter(done.part().name()));
            chapters.add(chapter);
        }
        about.put("parts", chapters);
        return about;
    }

    private static Map<String, Object> manifest(Gathered gathered, Census census, List<Written> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "patina.export.v1");
        manifest.put("export", gathered.export());
        manifest.put("made", gathered.at());
        manifest.put("through", gathered.through());
        manifest.put("events", census.figures());
        manifest.put("files", files);
        return manifest;
    }

    private static long json(Sink sink, Object content) {
        sink.write(bytes(content));
        sink.write("\n");
        return 0;
    }

    private static byte[] bytes(Object content) {
        try {
            return PatinaJson.mapper().writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

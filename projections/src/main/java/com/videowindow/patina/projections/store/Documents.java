package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.videowindow.patina.domain.audit.ReadModelUnavailable;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Documents of one type, read in real time by key and written whole under their position as external version. */
public final class Documents<D> {
    private static final int KEYS_PER_READ = 100;
    private static final int BYTES_PER_WRITE = 2 << 20;
    private static final int OVERTAKEN = 409;

    private final ReadSide readSide;
    private final JavaType type;
    private final ObjectWriter writer;

    public Documents(ReadSide readSide, Class<D> body) {
        this.readSide = readSide;
        this.type = PatinaJson.mapper().getTypeFactory().constructParametricType(Document.class, body);
        this.writer = PatinaJson.mapper().writerFor(type);
    }

    /** One document, for a reader who will not wait long; empty where the index is not there yet. */
    public Optional<Document<D>> find(String index, String key) {
        return missingAsEmpty(() -> {
            GetResult<Document<D>> found =
                    readSide.read(client -> client.get(get -> get.index(index).id(key), type));
            return Optional.ofNullable(found.source());
        });
    }

    /** Whether the document stands at this position, without reading it. */
    public boolean isAt(String index, String key, long position) {
        return missingAsEmpty(() -> {
                    GetResult<Void> found = readSide.read(client -> client.get(
                            get -> get.index(index).id(key).source(source -> source.fetch(false)), Void.class));
                    return Optional.ofNullable(found.version());
                })
                .filter(version -> version == position)
                .isPresent();
    }

    private static <T> Optional<T> missingAsEmpty(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (ElasticsearchException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw new ReadModelUnavailable("Elasticsearch refused a read", e);
        }
    }

    /** The documents that exist among these, as they stand now. */
    public Map<String, Document<D>> current(String index, Collection<String> keys) {
        Map<String, Document<D>> found = HashMap.newHashMap(keys.size());
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += KEYS_PER_READ) {
            List<String> some = all.subList(from, Math.min(all.size(), from + KEYS_PER_READ));
            List<MultiGetResponseItem<Document<D>>> items = readSide.write(
                    client -> client.<Document<D>>mget(get -> get.index(index).ids(some), type)
                            .docs());
            items.forEach(item -> keep(item, found));
        }
        return found;
    }

    private void keep(MultiGetResponseItem<Document<D>> item, Map<String, Document<D>> found) {
        if (item.isFailure()) {
            throw new ReadModelUnavailable("Elasticsearch could not read a document", null);
        }
        Document<D> source = item.result().source();
        if (source != null) {
            found.put(item.result().id(), source);
        }
    }

    /** Writes these; {@code index} may be an alias. Answers the keys of those that stand there as new or newer. */
    public Set<String> store(String index, boolean alias, Map<String, Document<D>> changed) {
        return storeJson(index, alias, changed.keySet(), key -> json(changed, key));
    }

    /** The same in the place also of those that stand there as new: what was folded of the same events was folded wrong. */
    public Set<String> storeInPlace(String index, boolean alias, Map<String, Document<D>> right) {
        return storeJson(index, alias, right.keySet(), key -> json(right, key), VersionType.ExternalGte);
    }

    private Document<byte[]> json(Map<String, Document<D>> documents, String key) {
        Document<D> document = Objects.requireNonNull(documents.get(key));
        return new Document<>(document.position(), json(document));
    }

    /** The same for bodies that are the whole document as JSON, asked for one by one, so that few are in memory at once. */
    public Set<String> storeJson(
            String index, boolean alias, Collection<String> keys, Function<String, Document<byte[]>> json) {
        return storeJson(index, alias, keys, json, VersionType.External);
    }

    private Set<String> storeJson(
            String index,
            boolean alias,
            Collection<String> keys,
            Function<String, Document<byte[]>> json,
            VersionType over) {
        Set<String> overtaken = new HashSet<>();
        List<BulkOperation> operations = new ArrayList<>();
        long bytes = 0;
        for (String key : keys) {
            Document<byte[]> one = json.apply(key);
            operations.add(operation(index, key, one, over));
            bytes += Objects.requireNonNull(one.body()).length;
            if (bytes > BYTES_PER_WRITE) {
                send(index, alias, operations, overtaken);
                operations = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!operations.isEmpty()) {
            send(index, alias, operations, overtaken);
        }
        return overtaken;
    }

    private static BulkOperation operation(String index, String key, Document<byte[]> json, VersionType over) {
        BinaryData data = BinaryData.of(Objects.requireNonNull(json.body()), "application/json");
        return BulkOperation.of(operation -> operation.index(one -> one.index(index)
                .id(key)
                .version(json.position())
                .versionType(over)
                .document(data)));
    }

    private void send(String index, boolean alias, List<BulkOperation> operations, Set<String> overtaken) {
        BulkRequest request = BulkRequest.of(
                bulk -> bulk.operations(operations).requireAlias(alias).timeout(t -> t.time("5s")));
        readSide.write(client -> client.bulk(request)).items().forEach(item -> {
            if (item.status() == OVERTAKEN) {
                overtaken.add(String.valueOf(item.id()));
            } else {
                check(index, item);
            }
        });
    }

    private static void check(String index, BulkResponseItem item) {
        if (item.error() == null) {
            return;
        }
        String type = item.error().type();
        boolean heals =
                ReadSide.isTransient(item.status()) || item.status() == 404 || "cluster_block_exception".equals(type);
        if (heals) {
            throw new ReadModelUnavailable("Elasticsearch cannot take documents of " + index + " now: " + type, null);
        }
        throw new DocumentRefused(index, String.valueOf(type));
    }

    /** As it is stored. */
    public byte[] json(Document<D> document) {
        try {
            return writer.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new DocumentRefused(
                    type.toString(),
                    "not to be written as JSON, " + e.getClass().getSimpleName());
        }
    }

    /** What {@link #json} made. */
    public Document<D> read(byte[] json) {
        try {
            return PatinaJson.mapper().readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException("A document cannot be read from JSON", e);
        }
    }
}

package com.videowindow.patina.projections.store;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.add_block.IndicesBlockOptions;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Indices {@code <name>-000001}, {@code <name>-000002}… behind the alias {@code <name>}, made when first needed. */
public final class Indices {
    private static final String NUMBER = "-%06d";

    private final ReadSide readSide;
    private final int replicas;
    private final Set<String> present = ConcurrentHashMap.newKeySet();

    Indices(ReadSide readSide, int replicas) {
        this.readSide = readSide;
        this.replicas = replicas;
    }

    /** Sees to it that there is an index behind this alias; true when there was none. */
    public boolean ensure(String alias) {
        if (present.contains(alias)) {
            return false;
        }
        Optional<String> standing = behind(alias);
        boolean missing = standing.isEmpty();
        if (missing) {
            create(alias, next(alias), true);
        } else {
            nameForWriters(standing.get());
        }
        present.add(alias);
        return missing;
    }

    /** To be called when Elasticsearch said that something is missing. */
    public void doubt(String alias) {
        present.remove(alias);
    }

    /** The index that readers of this alias see. */
    public Optional<String> behind(String alias) {
        return readSide.write(client -> {
            try {
                Set<String> names = client.indices()
                        .getAlias(get -> get.name(alias))
                        .result()
                        .keySet();
                return names.stream().max(String::compareTo);
            } catch (ElasticsearchException e) {
                return notFound(e);
            }
        });
    }

    /**
     * The index that readers of this alias see, where a program with another layout made it.
     *
     * @return names it and no later one of the same name; absent where it has this program's layout
     */
    public Optional<String> outdated(String alias) {
        return behind(alias).flatMap(index -> {
            Map<String, IndexState> all = readSide.write(
                    client -> client.indices().get(get -> get.index(index)).result());
            IndexState found = all.get(index);
            return isOf(Layout.of(alias), found) ? Optional.empty() : Optional.of(index + "-" + uuid(found));
        });
    }

    /** Tells layouts of this alias apart. */
    public static String layout(String alias) {
        return Layout.of(alias).hash();
    }

    private static boolean isOf(Layout layout, @Nullable IndexState found) {
        TypeMapping mappings = found == null ? null : found.mappings();
        JsonData made = mappings == null ? null : mappings.meta().get(Layout.META);
        return made != null && made.to(String.class).equals(layout.hash());
    }

    private static String uuid(@Nullable IndexState found) {
        IndexSettings settings = found == null ? null : found.settings();
        IndexSettings index = settings == null ? null : settings.index();
        String uuid = index == null ? null : index.uuid();
        return uuid == null ? "" : uuid;
    }

    /**
     * The name under which the live projection reads and writes this index and no other: what was read from an index is never
     * written into the one that took its place meanwhile, and a write does not make an index anew that is gone.
     */
    public static String forWriters(String index) {
        return "only-" + index;
    }

    /** Of an index that was made before there were such names. */
    private void nameForWriters(String index) {
        readSide.write(client -> client.indices()
                .putAlias(put -> put.index(index).name(forWriters(index)).isWriteIndex(true)));
    }

    /** Those that readers do not see: of rebuilds that are under way, failed or were cancelled. */
    public List<String> beside(String alias) {
        String live = behind(alias).orElse("");
        return all(alias).stream().filter(index -> !index.equals(live)).toList();
    }

    private Set<String> all(String alias) {
        return new TreeSet<>(readSide.<Set<String>>write(client -> client.indices()
                .get(get -> get.index(alias + "-*").allowNoIndices(true))
                .result()
                .keySet()));
    }

    /** A new empty index for this alias, not yet behind it. */
    public String createBeside(String alias) {
        String index = next(alias);
        create(alias, index, false);
        return index;
    }

    /** From one moment to the next, readers of the alias see the other index. */
    public void swap(String alias, String from, String to) {
        readSide.write(client -> client.indices()
                .updateAliases(update -> update.actions(
                        Action.of(action ->
                                action.add(add -> add.index(to).alias(alias).isWriteIndex(true))),
                        Action.of(action ->
                                action.remove(remove -> remove.index(from).alias(alias))))));
    }

    public void delete(String index) {
        readSide.write(
                client -> client.indices().delete(delete -> delete.index(index).ignoreUnavailable(true)));
    }

    public boolean exists(String index) {
        return readSide.write(
                client -> client.indices().exists(exists -> exists.index(index)).value());
    }

    /** Makes everything written so far visible to searches. */
    public void refresh(String index) {
        readSide.write(client -> client.indices().refresh(refresh -> refresh.index(index)));
    }

    public long count(String index) {
        return readSide.write(
                client -> client.count(count -> count.index(index)).count());
    }

    /** No node writes into this index any more when this returns: Elasticsearch waits for the writes under way. */
    public void block(String index) {
        readSide.write(
                client -> client.indices().addBlock(add -> add.index(index).block(IndicesBlockOptions.Write)));
    }

    public void unblock(String index) {
        readSide.write(client -> client.indices().putSettings(put -> put.index(index)
                .settings(settings -> settings.blocks(blocks -> blocks.write(false)))));
    }

    private String next(String alias) {
        Set<String> names = all(alias);
        int number = 1;
        while (names.contains(alias + NUMBER.formatted(number))) {
            number++;
        }
        return alias + NUMBER.formatted(number);
    }

    private void create(String alias, String index, boolean live) {
        CreateIndexRequest.Builder request =
                new CreateIndexRequest.Builder().withJson(Layout.of(alias).marked());
        request.index(index)
                .aliases(forWriters(index), one -> one.isWriteIndex(true))
                .settings(settings -> settings.numberOfShards(Layout.SHARDS)
                        .numberOfReplicas(Integer.toString(replicas))
                        // Also a segment with one deleted document among many is rewritten when it has to be gone.
                        .otherSettings("index.merge.policy.expunge_deletes_allowed", JsonData.of(0)))
                .waitForActiveShards(one -> one.count(1));
        if (live) {
            request.aliases(alias, one -> one.isWriteIndex(true));
        }
        CreateIndexRequest built = request.build();
        readSide.write(client -> {
            try {
                return client.indices().create(built).acknowledged();
            } catch (ElasticsearchException e) {
                if ("resource_already_exists_exception".equals(e.error().type())) {
                    return true;
                }
                throw e;
            }
        });
    }

    private static Optional<String> notFound(ElasticsearchException e) {
        if (e.status() == 404) {
            return Optional.empty();
        }
        throw e;
    }
}

package com.videowindow.patina.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.videowindow.patina.api.security.Role;
import com.videowindow.patina.domain.LogPosition;
import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.audit.Verification;
import com.videowindow.patina.erasure.FieldRules.Fate;
import com.videowindow.patina.node.Client;
import com.videowindow.patina.node.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People with a marker of its own in every field that takes text; of those who leave, none is found in any file. */
class CanariesTest {
    private static final int PEOPLE = 200;
    private static final int A_FEW = 10;
    private static final int MARKER = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PROJECTED = Duration.ofMinutes(2);
    private static final Duration CLEARED = Duration.ofMinutes(4);

    /** What the log keeps and no address tells, and why. */
    private static final Map<TextField, String> UNTOLD = Map.of(
            new TextField("POST /api/v1/compliance/subjects/{subject}/holds", "body.reference"),
            "lists name cases that hold somebody, and this one was lifted");

    private static final Logger LOG = LoggerFactory.getLogger(CanariesTest.class);

    private final Random random = new Random(20261127);

    /** Random letters share nothing that a compressor could refer to instead of them. */
    private synchronized String marker() {
        return random.ints(MARKER, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void the_scan_finds_what_is_there_in_every_form(@TempDir Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        String marker = marker();
        List<String> markers = List.of(marker, marker());
        for (byte[] form : Remains.forms(marker)) {
            files.add(Files.write(folder.resolve("form-" + files.size()), padded(form)));
        }
        byte[] plain = ("{\"text\":\"" + marker + "\"}").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(plain);
        }
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(twice)) {
            out.write(gzip.toByteArray());
        }
        files.add(Files.write(folder.resolve("gzip"), padded(gzip.toByteArray())));
        files.add(Files.write(folder.resolve("twice"), padded(twice.toByteArray())));

        assertThat(new Remains(markers).in(folder)).containsOnlyKeys(marker);
        assertThat(new Remains(markers).in(folder).get(marker)).containsExactlyInAnyOrderElementsOf(files);
    }

    private static byte[] padded(byte[] bytes) {
        byte[] more = new byte[bytes.length + 64];
        System.arraycopy(bytes, 0, more, 17, bytes.length);
        return more;
    }

    @Test
    void who_left_is_in_no_file_and_who_stayed_can_be_read(
            @TempDir(factory = OpenHomes.class) Path home, @TempDir Path plain) throws Exception {
        see(home, plain, A_FEW);
    }

    @Test
    @Tag("long")
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nor_is_any_of_many(@TempDir(factory = OpenHomes.class) Path home, @TempDir Path plain) throws Exception {
        see(home, plain, PEOPLE);
    }

    private void see(Path home, Path plain, int people) throws Exception {
        FieldRules rules = FieldRules.table();
        Set<TextField> fields = TextFields.all();
        try (Node node = Node.start(home)) {
            Client anybody = node.client("anybody", PATIENCE);
            anybody.publishes("joint-1", "dovetail");
            List<Canary> all = Stream.generate(this::marker)
                    .limit(people)
                    .map(name -> new Canary(node.client("user-" + name, PATIENCE), name, this::marker))
                    .toList();
            List<EverythingSaid> said =
                    all.parallelStream().map(EverythingSaid::by).toList();
            said.subList(0, 2).forEach(EverythingSaid::isCopied);
            said.forEach(EverythingSaid::isDecided);
            everyFieldIsPlantedOrExempt(fields, rules, all.getFirst().planted().keySet());
            canBeFound(node, plain, rules, all);
            await().atMost(PROJECTED).until(() -> isProjected(anybody));
            Remains anything = new Remains(markers(all, Set.of(Fate.values()), rules));
            isSomethingOfEach(all, anything.in(home).keySet());
            held(anything).ifPresent(found -> isSomethingOfEach(all, found.keySet()));

            List<Canary> leaving = all.subList(0, people / 2);
            List<Canary> staying = all.subList(people / 2, people);
            List<String> erasures = leaving.stream().map(CanariesTest::leaves).toList();
            // Each look is an event, which read models have to come to.
            erasures.forEach(id ->
                    await().atMost(CLEARED).pollInterval(Duration.ofSeconds(1)).until(() -> isComplete(anybody, id)));

            Path copy = home.resolve("copy.log");
            node.context().getBean(LogBackup.class).export(copy, LogPosition.START, done -> {});
            Set<String> gone = markers(leaving, Set.of(Fate.GOES, Fate.HASHED), rules);
            assertThat(new Remains(gone).in(home)).isEmpty();
            held(new Remains(gone)).ifPresent(found -> assertThat(found).isEmpty());
            assertThat(new Remains(gone).in(PlainCopy.of(node, plain))).isEmpty();
            Set<String> kept = markers(staying, Set.of(Fate.GOES, Fate.STAYS), rules);
            kept.addAll(markers(leaving, Set.of(Fate.STAYS), rules));
            assertThat(new Remains(kept).in(plain).keySet())
                    .as(() -> named(staying, kept))
                    .containsExactlyInAnyOrderElementsOf(kept);
            assertThat(staying).allSatisfy(CanariesTest::canRead);
            // One by one: who waits for an archive keeps a thread that the others' answers would come by.
            said.forEach(one -> isTold(one, staying.contains(one.canary()), plain, rules));
            assertThat(node.context().getBean(LogEvidence.class).verify(List.of(), done -> {}))
                    .isInstanceOf(Verification.Sound.class);
        }
    }

    private static void isSomethingOfEach(List<Canary> all, Set<String> found) {
        assertThat(all).allSatisfy(one -> assertThat(one.planted().values()).containsAnyElementsOf(found));
    }

    /** What is found in files that are mapped, or deleted and open; absent, and said so, where the system does not tell. */
    private static Optional<Map<String, Set<String>>> held(Remains remains) {
        if (!HeldFiles.areTold()) {
            LOG.warn("Mapped files and deleted ones are not searched: only Linux tells which they are");
            return Optional.empty();
        }
        HeldFiles files = HeldFiles.searched(remains);
        if (!files.unread().isEmpty()) {
            LOG.warn("Of mapped files and deleted ones these are not searched: {}", files.unread());
        }
        return Optional.of(files.found());
    }

    /** Everything kept of who stays: to themselves, or to officers where it is a case of theirs. Of who left, the cases. */
    private static void isTold(EverythingSaid said, boolean stays, Path folder, FieldRules rules) {
        Canary canary = said.canary();
        String own = stays ? ToldByTheApi.toThemselves(canary, folder) : "";
        String cases = ToldByTheApi.toOfficers(canary.client(), said.subject());
        Set<TextField> untold = canary.planted().entrySet().stream()
                .filter(one -> isKept(rules.of(one.getKey()), stays))
                .filter(one -> !(isCase(one.getKey()) ? cases : own).contains(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(untold).as("kept and not told").isEqualTo(UNTOLD.keySet());
    }

    private static boolean isKept(Fate fate, boolean stays) {
        return fate == Fate.STAYS || (stays && fate == Fate.GOES);
    }

    private static boolean isCase(TextField field) {
        return field.name().equals("body.reference") || field.name().equals("header:Lookup-Case");
    }

    /** A field that is new in the API has to be planted, or exempt for a reason. */
    private static void everyFieldIsPlantedOrExempt(Set<TextField> fields, FieldRules rules, Set<TextField> planted) {
        assertThat(fields).containsAll(planted);
        assertThat(rules.stale(fields)).as("rules about nothing").isEmpty();
        Set<TextField> exempt =
                fields.stream().filter(field -> rules.of(field) == Fate.NONE).collect(Collectors.toSet());
        assertThat(planted).doesNotContainAnyElementsOf(exempt);
        assertThat(fields.stream()
                        .filter(field -> !exempt.contains(field) && !planted.contains(field))
                        .filter(field -> !field.name().equals("header:Lookup-Case"))) // one stands for all
                .as("fields that nobody planted")
                .isEmpty();
    }

    /** What is stored can be found by the scan where nobody encrypts it, and what is said to be stored nowhere is not. */
    private static void canBeFound(Node node, Path folder, FieldRules rules, List<Canary> all) {
        Set<String> stored = markers(all, Set.of(Fate.GOES, Fate.STAYS), rules);
        await().atMost(PROJECTED).untilAsserted(() -> assertThat(
                        new Remains(stored).in(PlainCopy.of(node, folder)).keySet())
                .as(() -> named(all, stored))
                .containsExactlyInAnyOrderElementsOf(stored));
        Set<String> hashed = markers(all, Set.of(Fate.HASHED), rules);
        assertThat(new Remains(hashed).in(folder)).isEmpty();
    }

    private static String named(List<Canary> all, Set<String> expected) {
        return all.getFirst().planted().entrySet().stream()
                .filter(one -> expected.contains(one.getValue()))
                .map(one -> one.getValue() + " is " + one.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> markers(List<Canary> people, Set<Fate> fates, FieldRules rules) {
        return people.stream()
                .flatMap(one -> one.planted().entrySet().stream())
                .filter(one -> fates.contains(rules.of(one.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isProjected(Client anybody) {
        long head = anybody.head();
        return Stream.of("interactions", "interest-profiles", "feedback", "orders", "rectifications")
                .allMatch(name -> anybody.isProjected(name, head));
    }

    private static String leaves(Canary canary) {
        return canary.says("POST /api/v1/user/erasure", "{\"graceDays\": 0}")
                .path("id")
                .asText();
    }

    private static boolean isComplete(Client officer, String id) {
        return officer.get("/api/v1/compliance/erasures/" + id, Role.COMPLIANCE)
                .json()
                .path("state")
                .asText()
                .equals("completed");
    }

    private static String words(Canary canary) {
        return canary.in(EverythingSaid.FEEDBACK, "body.text");
    }

    private static void canRead(Canary canary) {
        assertThat(first(canary, "/api/v1/user/feedback").path("text").asText()).isEqualTo(words(canary));
        assertThat(first(canary, "/api/v1/user/rectifications")
                        .path("statement")
                        .asText())
                .isEqualTo(canary.in(EverythingSaid.RECTIFICATIONS, "body.statement"));
    }

    private static JsonNode first(Canary canary, String address) {
        return canary.client().get(address, Role.SUBJECT).json().path("items").path(0);
    }
}

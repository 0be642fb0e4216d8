package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofsTest {

    /** The reference tree of Certificate Transparency's own implementations. */
    private static final List<Hash> REFERENCE = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(entry -> Hash.sha256(new byte[] {0}, HexFormat.of().parseHex(entry)))
            .toList();

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void inclusion_is_proved_as_in_the_published_vectors(long index, long size, String path) {
        Proofs proofs = of(REFERENCE);
        assertThat(proofs.inclusion(index, size)).isEqualTo(hashes(path));
        assertThat(ProofRules.root(REFERENCE.get((int) index), index, size, hashes(path)))
                .contains(proofs.root(size));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
    })
    void growth_is_proved_as_in_the_published_vectors(long before, long size, String path) {
        Proofs proofs = of(REFERENCE);
        assertThat(proofs.consistency(before, size)).isEqualTo(hashes(path));
        assertThat(ProofRules.consistent(at(proofs, before), at(proofs, size), hashes(path)))
                .isTrue();
    }

    @Property
    void every_event_of_every_size_is_proved_and_nothing_else(@ForAll @IntRange(min = 1, max = 130) int size) {
        List<Hash> leaves = leaves(size);
        Proofs proofs = of(leaves);
        Hash root = TreeTest.defined(leaves);
        assertThat(proofs.root(size)).isEqualTo(root);
        for (int index = 0; index < size; index++) {
            List<Hash> path = proofs.inclusion(index, size);
            assertThat(ProofRules.root(leaves.get(index), index, size, path)).contains(root);
            int other = (index + 1) % (size + 1);
            assertThat(ProofRules.root(leaves.get(index), other, size, path).filter(root::equals))
                    .isEmpty();
            assertThat(ProofRules.root(Hash.ZERO, index, size, path).filter(root::equals))
                    .isEmpty();
            assertThat(ProofRules.root(leaves.get(index), index, size, longer(path)))
                    .isEmpty();
        }
    }

    @Property
    void every_size_is_proved_to_grow_from_every_smaller_and_from_no_other(
            @ForAll @IntRange(min = 1, max = 130) int size) {
        Proofs proofs = of(leaves(size));
        Checkpoint now = at(proofs, size);
        for (int before = 0; before <= size; before++) {
            List<Hash> path = proofs.consistency(before, size);
            assertThat(ProofRules.consistent(at(proofs, before), now, path)).isTrue();
            assertThat(ProofRules.consistent(new Checkpoint("log", before, Hash.ZERO), now, path))
                    .isFalse();
            assertThat(ProofRules.consistent(at(proofs, before), now, longer(path)))
                    .isFalse();
        }
    }

    private static List<Hash> longer(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZERO);
        return longer;
    }

    private static Checkpoint at(Proofs proofs, long size) {
        return new Checkpoint("log", size, proofs.root(size));
    }

    private static Proofs of(List<Hash> leaves) {
        return new Proofs(
                (level, index) -> Sections.of(leaves.subList((int) (index << level), (int) (index + 1) << level)));
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Hash.sha256(Integer.toString(number).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<Hash> hashes(String path) {
        return path.isEmpty()
                ? List.of()
                : Stream.of(path.split(" ", -1))
                        .map(hash -> Hash.of(HexFormat.of().parseHex(hash)))
                        .toList();
    }
}

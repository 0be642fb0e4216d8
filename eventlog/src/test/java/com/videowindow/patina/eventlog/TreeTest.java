package com.videowindow.patina.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {

    /** The test vectors of Certificate Transparency's own implementation, leaves 0 to 7. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void the_published_vectors_give_the_published_roots() {
        Tree tree = Tree.EMPTY;
        for (int i = 0; i < LEAVES.size(); i++) {
            tree = tree.plus(List.of(Hash.sha256(new byte[] {0}, HexFormat.of().parseHex(LEAVES.get(i)))));
            assertThat(tree.root()).hasToString(ROOTS.get(i));
        }
    }

    @Test
    void the_empty_tree_has_the_hash_of_nothing() {
        assertThat(Tree.EMPTY.root()).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Property
    void the_frontier_gives_the_root_that_the_definition_gives(
            @ForAll @IntRange(min = 1, max = 300) int leaves, @ForAll @IntRange(min = 1, max = 40) int atOnce) {
        List<Hash> all = IntStream.range(0, leaves).mapToObj(TreeTest::leaf).toList();
        Tree tree = Tree.EMPTY;
        for (int from = 0; from < leaves; from += atOnce) {
            tree = tree.plus(all.subList(from, Math.min(leaves, from + atOnce)));
        }
        assertThat(tree.root()).isEqualTo(defined(new ArrayList<>(all)));
    }

    private static Hash leaf(int number) {
        return Hash.sha256(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 6962, 2.1, word by word. */
    static Hash defined(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Hash.sha256(
                new byte[] {1},
                defined(leaves.subList(0, split)).bytes(),
                defined(leaves.subList(split, leaves.size())).bytes());
    }
}

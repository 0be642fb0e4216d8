package com.videowindow.patina.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.videowindow.patina.benchmarks.accuracy.Lines.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    private static final List<Line> TWO = List.of(new Line("1", "10", 4, 7), new Line("2", "11", 2.5, 8));

    @TempDir
    private Path folder = Path.of("");

    private List<Line> read(String text) throws IOException {
        return Lines.read(Files.writeString(folder.resolve("lines"), text));
    }

    @Test
    void columns_stand_between_tabs_commas_spaces_or_colons() throws IOException {
        assertThat(read("1\t10\t4\t7\n2\t11\t2.5\t8\n")).isEqualTo(TWO);
        assertThat(read("1,10,4,7\n2,11,2.5,8")).isEqualTo(TWO);
        assertThat(read("1 10 4 7\n\n2  11 2.5 8\n")).isEqualTo(TWO);
        assertThat(read("1::10::4::7\n2::11::2.5::8\n")).isEqualTo(TWO);
    }

    @Test
    void a_heading_is_passed_over() throws IOException {
        assertThat(read("userId,movieId,rating,timestamp\n1,10,4.0,7\n2,11,2.5,8\n"))
                .isEqualTo(TWO);
        assertThat(read("user item\n1 10\n")).containsExactly(new Line("1", "10", 1, 0));
    }

    @Test
    void names_need_not_be_numbers() throws IOException {
        assertThat(read("anna,oak\nbert,elm\n"))
                .containsExactly(new Line("anna", "oak", 1, 0), new Line("bert", "elm", 1, 0));
    }

    @Test
    void a_line_without_the_columns_is_refused_with_its_number() {
        assertThatThrownBy(() -> read("1 10 4\n2\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of lines");
        assertThatThrownBy(() -> read("1 10 4\n2 11 high\n")).hasMessageContaining("line 2");
    }
}

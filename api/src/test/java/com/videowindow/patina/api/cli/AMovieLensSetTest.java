package com.videowindow.patina.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AMovieLensSetTest {

    private final Path folder;
    private final Tally tally = new Tally();

    AMovieLensSetTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("movies.csv"), """
                movieId,title,genres
                1,Toy Story (1995),Adventure|Animation|Children
                11,"American President, The (1995)",Comedy|Drama|Romance
                40697,Babylon 5,Sci-Fi
                49,"He said ""no"" (1999)",(no genres listed)
                ,Nobody's film (2001),Drama
                """);
        Files.writeString(folder.resolve("ratings.csv"), """
                userId,movieId,rating,timestamp
                1,1,4.0,964982703
                1,11,0.5,964981247
                1,999,3.0,964981247
                2,1,5.5,964981247
                2,49,five,964981247
                2,40697,2.5,1445714835
                """);
    }

    @Test
    void makes_the_first_genre_the_category_and_the_rest_further_ones() throws IOException {
        assertThat(film("ml-1").toString())
                .isEqualTo("{\"id\":\"ml-1\",\"title\":\"Toy Story (1995)\",\"creator\":\"movielens\","
                        + "\"category\":\"Adventure\",\"alsoIn\":[\"Animation\",\"Children\"],\"tags\":[],"
                        + "\"publishedAt\":\"1995-01-01T00:00:00Z\"}");
    }

    @Test
    void keeps_commas_and_quotes_of_titles() throws IOException {
        assertThat(film("ml-11").path("title").asText()).isEqualTo("American President, The (1995)");
        assertThat(film("ml-49").path("title").asText()).isEqualTo("He said \"no\" (1999)");
    }

    @Test
    void invents_no_category_for_films_without_genre() throws IOException {
        assertThat(film("ml-49").has("category")).isFalse();
    }

    @Test
    void turns_what_people_tagged_into_tags_most_given_first() throws IOException {
        Files.writeString(folder.resolve("tags.csv"), """
                userId,movieId,tag,timestamp
                1,1,pixar,1
                2,1,Fun,2
                3,1,fun,3
                3,1,"toys, alive",3
                """);
        assertThat(film("ml-1").path("tags").toString()).isEqualTo("[\"fun\",\"pixar\",\"toys, alive\"]");
    }

    @Test
    void skips_films_and_ratings_that_make_no_sense_and_counts_why() throws IOException {
        Films.of(new MovieLens(folder), tally);
        people();
        assertThat(tally.json().path("skipped").toString())
                .isEqualTo("{\"film without id or title\":1,\"rating by nobody or of an unknown film\":1,"
                        + "\"rating not between 0.5 and 5\":1,\"rating or its time is no number\":1,"
                        + "\"year that a title does not name; 1970 stands for it\":1}");
    }

    @Test
    void accounts_for_every_tag_that_it_read() throws IOException {
        StringBuilder lines = new StringBuilder("userId,movieId,tag,timestamp\n1,999,lost,1\n1,1, ,1\n2,1,tag 7,1\n");
        for (int i = 0; i < 103; i++) {
            lines.append("1,1,tag ").append(i).append(",1\n");
        }
        Files.writeString(folder.resolve("tags.csv"), lines);
        assertThat(film("ml-1").path("tags")).hasSize(100);
        assertThat(tally.json().at("/read/tags").asInt()).isEqualTo(106);
        assertThat(tally.json().at("/partOfFilms/tags").asInt()).isEqualTo(101);
        assertThat(tally.json()
                        .at("/skipped/tag beyond the 100 commonest of its film")
                        .asInt())
                .isEqualTo(3);
        assertThat(tally.json()
                        .at("/skipped/tag of a film that is not in the set")
                        .asInt())
                .isOne();
    }

    @Test
    void counts_what_the_server_refused_by_kind_and_names_the_first() {
        for (int i = 0; i < 1_000; i++) {
            ObjectNode problem = Http.JSON.createObjectNode().put("title", "A value makes no sense here");
            problem.put("correlationId", "c-" + i).put("detail", "No. " + i);
            tally.refused("rating", "ml-1-" + i, problem);
        }
        assertThat(tally.json().path("refused").toString()).isEqualTo("{\"rating: A value makes no sense here\":1000}");
        assertThat(tally.json().at("/refusedExamples/rating: A value makes no sense here"))
                .extracting(JsonNode::asText)
                .containsExactly("ml-1-0 (No. 0)", "ml-1-1 (No. 1)", "ml-1-2 (No. 2)");
    }

    @Test
    void names_every_rating_by_person_and_film_at_its_own_time() throws IOException {
        Ratings.Person first = people().getFirst();
        assertThat(first.userId()).isEqualTo("ml-1");
        assertThat(first.events().getFirst().toString())
                .isEqualTo("{\"messageId\":\"ml-1-1\",\"contentId\":\"ml-1\",\"kind\":\"rate\","
                        + "\"at\":\"2000-07-30T18:45:03Z\",\"engagement\":{\"rating\":4.0}}");
    }

    @Test
    void tells_person_by_person() throws IOException {
        assertThat(people())
                .extracting(person -> person.userId() + ":" + person.events().size())
                .containsExactly("ml-1:2", "ml-2:1");
    }

    private ObjectNode film(String id) throws IOException {
        return Films.of(new MovieLens(folder), tally).stream()
                .filter(film -> film.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Ratings.Person> people() throws IOException {
        List<Ratings.Person> people = new ArrayList<>();
        Set<String> films = Set.of("ml-1", "ml-11", "ml-40697", "ml-49");
        try (Ratings ratings = new Ratings(new MovieLens(folder), films, tally)) {
            for (Ratings.Person each = ratings.next(); each != null; each = ratings.next()) {
                people.add(each);
            }
        }
        return people;
    }
}

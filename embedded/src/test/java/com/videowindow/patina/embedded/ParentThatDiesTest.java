package com.videowindow.patina.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentThatDiesTest {
    @TempDir(factory = ReachableFolders.class)
    Path folder;

    @Test
    void a_killed_application_leaves_no_elasticsearch_behind() throws Exception {
        try (OtherProcess application = OtherProcess.withElasticsearch(folder)) {
            ProcessHandle elasticsearch =
                    ProcessHandle.of(Long.parseLong(application.answer())).orElseThrow();
            assertThat(elasticsearch.isAlive()).isTrue();

            application.kill();

            await().atMost(Duration.ofSeconds(15)).until(() -> !elasticsearch.isAlive());
        }
    }
}

package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.audit.LogBackup;
import com.videowindow.patina.domain.audit.LogEvents;
import com.videowindow.patina.domain.audit.LogEvidence;
import com.videowindow.patina.domain.model.TrainingData;
import com.videowindow.patina.domain.privacy.KeyBackup;
import com.videowindow.patina.domain.privacy.MasterRotation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The log without anything around it: no web server, no read models, no writer. A log that is damaged must be checked by
 * something that does not need it whole to start, and that is not the server which is to be checked. Beside a server that
 * runs on this home it reads through that server's own MongoDB.
 */
record LogAlone(ConfigurableApplicationContext context) implements AutoCloseable {

    /**
     * For a command that only looks: it must not make a log where somebody mistyped the name of a home.
     *
     * @throws IllegalStateException when PATINA_HOME has none
     */
    static LogAlone thatIsThere() throws IOException {
        Home home = Home.ofEnvironment();
        if (!home.hasLog()) {
            throw new IllegalStateException(
                    "there is no log in " + home.folder() + "; PATINA_HOME names the folder of one");
        }
        return of(home);
    }

    /** Of a home that may get its log by this command. */
    static LogAlone of(Home home) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "--patina.home=" + home.folder(),
                "--patina.embedded.enabled=true",
                "--patina.elasticsearch.uri=http://127.0.0.1:1", // so that none is started
                "--logging.file.name=",
                "--logging.level.root=warn",
                "--logging.level.de.bwaldvogel.mongo.MongoServer=error")); // it warns of clients that it closes itself
        Optional<String> beside = home.mongodb();
        if (beside.isPresent() && !beside.get().isEmpty()) {
            settings.add("--patina.mongodb.uri=" + beside.get());
        } else if (beside.isPresent() && System.getenv("PATINA_MONGODB_URI") == null) {
            throw new IOException("the server on " + home.folder()
                    + " keeps its log elsewhere; name it in PATINA_MONGODB_URI here too");
        }
        return new LogAlone(new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run(settings.toArray(String[]::new)));
    }

    /** A log in a store of its own, wherever that of the installation is. */
    static LogAlone embedded(Home home) throws IOException {
        for (String elsewhere : List.of("PATINA_MONGODB_URI", "PATINA_KEYS_URI")) {
            if (System.getenv(elsewhere) != null) {
                throw new IOException("this makes a store of its own; say it without " + elsewhere);
            }
        }
        return of(home);
    }

    LogEvidence evidence() {
        return context.getBean(LogEvidence.class);
    }

    LogEvents events() {
        return context.getBean(LogEvents.class);
    }

    LogBackup backup() {
        return context.getBean(LogBackup.class);
    }

    KeyBackup keys() {
        return context.getBean(KeyBackup.class);
    }

    MasterRotation master() {
        return context.getBean(MasterRotation.class);
    }

    TrainingData trainingData() {
        return context.getBean(TrainingData.class);
    }

    @Override
    public void close() {
        context.close();
    }

    /** No component itself, else the server would find it too. */
    @ComponentScan("com.videowindow.patina.eventlog")
    @ComponentScan(
            basePackages = "com.videowindow.patina.sagas.model",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(Lessons|TaughtElsewhere)"))
    static class Beans {}
}

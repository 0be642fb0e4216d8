package com.videowindow.patina.api.cli;

import com.videowindow.patina.domain.privacy.MasterRotation;
import com.videowindow.patina.domain.privacy.MasterRotation.Rotated;
import com.videowindow.patina.json.PatinaJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends what a master key that leaked, or whose time is over, can open. */
@Command(
        name = "rotate",
        description = {
            "Wraps everything that the master key wraps under the newest of it; beside a server or without one. No event and "
                    + "nobody's own key is touched. Stopped half-way, say the same again.",
            "A master in PATINA_HOME, or one in Vault that Patina renews, is made anew first, and the former done away with. "
                    + "Of any other, put the next in place before (PATINA_KEYS_MASTER with the former in "
                    + "PATINA_KEYS_MASTER_FORMER, a new version in its service), and do away with the former after: whoever "
                    + "does so without this loses everybody's data."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class KeysRotate implements Callable<Integer> {

    @Option(names = "--json", description = "Print what everything rests under now as one line of JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Rotated rotated;
        try (LogAlone log = LogAlone.thatIsThere();
                Progress progress = Progress.of("keys rotate", MasterRotation.SHARDS)) {
            rotated = log.master().rotate(progress::reach);
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(PatinaJson.mapper().valueToTree(rotated).toString());
            return 0;
        }
        out.println("wrapped again: " + rotated.shards() + " key shards, under " + newest(rotated));
        out.println(former(rotated));
        return 0;
    }

    private static String newest(Rotated rotated) {
        return switch (rotated.master()) {
            case FILE -> "a new keys/master.key of this home";
            case CONFIGURED -> "PATINA_KEYS_MASTER";
            case VAULT -> "version " + rotated.version().orElseThrow() + " of the key in Vault";
            case SERVICE -> "the present version of the key in its service";
        };
    }

    private static String former(Rotated rotated) {
        return switch (rotated.master()) {
            case FILE ->
                "The former is overwritten. Delete copies of it: they open what copies of the key store from before hold.";
            case CONFIGURED ->
                "PATINA_KEYS_MASTER_FORMER opens nothing here any more: start all nodes without it, and destroy the former.";
            case VAULT ->
                rotated.formerGone()
                        ? "The versions before it are deleted."
                        : "Versions before " + rotated.version().orElseThrow()
                                + " open nothing here any more: they may be refused, and trimmed.";
            case SERVICE -> "Its former versions open nothing here any more, and may be disabled.";
        };
    }
}

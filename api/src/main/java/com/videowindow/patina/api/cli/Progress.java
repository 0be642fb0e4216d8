package com.videowindow.patina.api.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far long work has come: a bar on a terminal, a plain line every few seconds elsewhere. */
sealed interface Progress extends AutoCloseable {

    void reach(long done);

    void expect(long total);

    @Override
    void close();

    static Progress of(String task, long total) {
        return Boolean.getBoolean("patina.terminal") ? Bar.of(task, total) : new Lines(System.err, task, total);
    }

    /** Drawn over itself. */
    record Bar(ProgressBar bar) implements Progress {
        static Bar of(String task, long total) {
            return new Bar(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .showSpeed()
                    .setUpdateIntervalMillis(200)
                    .build());
        }

        @Override
        public void reach(long done) {
            bar.maxHint(Math.max(bar.getMax(), done)); // a log may grow meanwhile
            bar.stepTo(done);
        }

        @Override
        public void expect(long total) {
            bar.maxHint(total);
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** For files and pipes. */
    final class Lines implements Progress {
        private static final long EVERY_NANOS = 2_000_000_000L;

        private final PrintStream out;
        private final String task;
        private long total;
        private long done;
        private long lastPrinted = System.nanoTime() - EVERY_NANOS;

        Lines(PrintStream out, String task, long total) {
            this.out = out;
            this.task = task;
            this.total = total;
        }

        @Override
        public synchronized void reach(long reached) {
            done = Math.max(done, reached);
            if (System.nanoTime() - lastPrinted > EVERY_NANOS) {
                print();
            }
        }

        @Override
        public synchronized void expect(long expected) {
            total = expected;
        }

        @Override
        public synchronized void close() {
            print();
        }

        private void print() {
            lastPrinted = System.nanoTime();
            out.printf("%s: %,d of %,d%n", task, done, Math.max(total, done));
        }
    }
}

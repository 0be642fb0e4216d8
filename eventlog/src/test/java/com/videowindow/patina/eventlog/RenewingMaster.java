package com.videowindow.patina.eventlog;

import com.videowindow.patina.eventlog.privacy.LocalMasterKey;
import com.videowindow.patina.eventlog.privacy.MasterMark;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that renews the master of a home, and says how often, until it is killed. */
final class RenewingMaster {
    private RenewingMaster() {}

    public static void main(String[] args) {
        renew(Path.of(args[0]), Integer.MAX_VALUE);
    }

    static void renew(Path home, int times) {
        LocalMasterKey master = LocalMasterKey.of(home);
        MasterMark mark = new Mark(new AtomicInteger());
        for (int time = 1; time <= times; time++) {
            master.alone(() -> {
                boolean renewed = master.renew(mark);
                master.dropFormer();
                return renewed;
            });
            System.out.println(time);
        }
    }

    /** Of a store with nothing under the master yet: this test is about files. */
    private record Mark(AtomicInteger now) implements MasterMark {
        @Override
        public int nowOr(int first) {
            now.compareAndSet(0, first);
            return now.get();
        }

        @Override
        public Closed closed() {
            return new Closed(0, 0);
        }

        @Override
        public boolean move(int former, int next) {
            return now.compareAndSet(former, next);
        }
    }
}

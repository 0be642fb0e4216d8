package com.videowindow.patina.eventlog;

import com.videowindow.patina.domain.privacy.MasterRotation.Master;
import com.videowindow.patina.eventlog.privacy.MasterKey;
import com.videowindow.patina.eventlog.privacy.MasterMark;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** One that works so many times and no more. */
public record BreakingMaster(MasterKey real, AtomicInteger left) implements MasterKey {
    private void step() {
        if (left.getAndDecrement() <= 0) {
            throw new IllegalStateException("the power went");
        }
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        return real.alone(work);
    }

    @Override
    public byte[] wrap(byte[] key, byte[] about) throws GeneralSecurityException {
        step();
        return real.wrap(key, about);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] about) throws GeneralSecurityException {
        step();
        return real.unwrap(wrapped, about);
    }

    @Override
    public Optional<String> away() {
        return real.away();
    }

    @Override
    public Master kind() {
        return real.kind();
    }

    @Override
    public OptionalInt version(byte[] wrapped) {
        return real.version(wrapped);
    }

    @Override
    public void heed(MasterMark mark) {
        real.heed(mark);
    }

    @Override
    public boolean renew(MasterMark mark) {
        step();
        return real.renew(mark);
    }

    @Override
    public void dropFormer() {
        step();
        real.dropFormer();
    }
}

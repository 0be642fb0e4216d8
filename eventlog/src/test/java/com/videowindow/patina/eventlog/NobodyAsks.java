package com.videowindow.patina.eventlog;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/** The machine's clockwork, but that a pause lasts until it is interrupted: a tail on it never asks by itself. */
record NobodyAsks() implements Clockwork {

    @Override
    public void pause(Duration time) {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }

    @Override
    public long nanoTime() {
        return SYSTEM.nanoTime();
    }

    @Override
    public Task start(Thread.Builder how, Runnable what) {
        return SYSTEM.start(how, what);
    }

    @Override
    public Lock lock() {
        return SYSTEM.lock();
    }

    @Override
    public <T> BlockingQueue<T> queue() {
        return SYSTEM.queue();
    }

    @Override
    public <T> CompletableFuture<T> promise() {
        return SYSTEM.promise();
    }
}

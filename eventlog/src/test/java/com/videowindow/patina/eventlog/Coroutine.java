package com.videowindow.patina.eventlog;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Objects;

/**
 * Something that can stop in the middle and go on later, on the same thread: what the JDK makes virtual threads of. One
 * that is never resumed is as dead as a process that was killed: not even its finally blocks run.
 */
final class Coroutine {
    private static final MethodHandle CREATE;
    private static final MethodHandle RUN;
    private static final MethodHandle YIELD;
    private static final Object SCOPE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> scope = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            SCOPE = called(
                    lookup.findConstructor(scope, MethodType.methodType(void.class, String.class)), "simulation");
            CREATE = lookup.findConstructor(type, MethodType.methodType(void.class, scope, Runnable.class));
            RUN = lookup.findVirtual(type, "run", MethodType.methodType(void.class));
            YIELD = lookup.findStatic(type, "yield", MethodType.methodType(boolean.class, scope));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("run with --add-exports java.base/jdk.internal.vm=ALL-UNNAMED", e);
        }
    }

    private final Object continuation;

    Coroutine(Runnable body) {
        continuation = called(CREATE, SCOPE, body);
    }

    /** Goes on until it suspends itself or ends. */
    void resume() {
        called(RUN, continuation);
    }

    /** Stops the one that runs. */
    static void suspend() {
        called(YIELD, SCOPE);
    }

    private static Object called(MethodHandle method, Object... arguments) {
        try {
            return Objects.requireNonNullElse(method.invokeWithArguments(arguments), true);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

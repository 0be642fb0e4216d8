package com.videowindow.patina.api.messaging;

import com.videowindow.patina.domain.LogPosition;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Travels with a command inside this process and brings back where its events stand in the log. */
final class Receipt {

    static final String KEY = "patina.receipt";
    private static final String POSITION = "patina.position";

    private volatile @Nullable LogPosition position;

    @Nullable
    LogPosition position() {
        return position;
    }

    /** Fills the receipt once the events are durable. */
    static final class Office implements MessageHandlerInterceptor<CommandMessage<?>> {

        @Override
        public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain)
                throws Exception {
            if (work.getMessage().getMetaData().get(KEY) instanceof Receipt receipt) {
                work.afterCommit(done -> receipt.position = done.root().getResource(POSITION));
            }
            return chain.proceed();
        }
    }
}

package com.videowindow.patina.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class LogPositionTest {

    private static final long LAST_BLOCK = Long.MAX_VALUE >> LogPosition.OFFSET_BITS;

    @Property
    void block_and_offset_come_back_as_they_were_packed(
            @ForAll @LongRange(max = LAST_BLOCK) long block, @ForAll @IntRange(max = 4_095) int offset) {
        LogPosition position = LogPosition.of(block, offset);

        assertThat(position.block()).isEqualTo(block);
        assertThat(position.offset()).isEqualTo(offset);
    }

    @Property
    void order_is_by_block_and_then_by_offset(
            @ForAll @LongRange(max = LAST_BLOCK) long block,
            @ForAll @LongRange(max = LAST_BLOCK) long otherBlock,
            @ForAll @IntRange(max = 4_095) int offset,
            @ForAll @IntRange(max = 4_095) int otherOffset) {
        int expected = block == otherBlock ? Integer.compare(offset, otherOffset) : Long.compare(block, otherBlock);
        LogPosition position = LogPosition.of(block, offset);
        LogPosition other = LogPosition.of(otherBlock, otherOffset);

        assertThat(Integer.signum(position.compareTo(other))).isEqualTo(Integer.signum(expected));
        assertThat(position.covers(other)).isEqualTo(expected >= 0);
    }

    @Example
    void the_start_lies_before_the_first_event() {
        assertThat(LogPosition.START).isLessThan(LogPosition.of(0, 0));
        assertThat(LogPosition.START.covers(LogPosition.of(0, 0))).isFalse();
    }

    @Example
    void there_is_nothing_before_the_start_nor_beyond_a_block() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogPosition(-2));
        assertThatIllegalArgumentException().isThrownBy(() -> LogPosition.of(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> LogPosition.of(0, LogPosition.MAX_EVENTS_PER_BLOCK));
    }
}

package org.tssj.simulator.rm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.command.session.PolicyRestart;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.sequence.HashSequenceStart;
import org.tssj.tpm20.command.sequence.SequenceComplete;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.transport.swtpm.SwtpmProcess;

/**
 * Threads that never stop, each with more keys, sequences and sessions than the TPM has slots: three
 * for objects and three for sessions. Every answer is compared with what the JDK computes.
 */
@NeedsProgram("swtpm")
@Timeout(300)
class ManyThreadsTest {

  private static final int THREADS = 8;
  private static final int COMMANDS = 10_000;
  private static final int KEYS = 12;

  @Test
  void getTheirOwnAnswersAndLeaveNothing(TestReporter reporter) throws Exception {
    try (SwtpmProcess swtpm =
        SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.empty())) {
      long seed = System.nanoTime();
      double one = commandsPerSecond(swtpm, seed, 1);
      double many = commandsPerSecond(swtpm, seed + 1, THREADS);
      reporter.publishEntry(
          "throughput of " + THREADS + " threads against one",
          String.format("%.2f (%.0f against %.0f commands/s)", many / one, many, one));
      try (Tpm20 raw = Tpm20.over(Transports.open(swtpm.connectionString()))) {
        for (int type : new int[] {0x8000_0000, 0x0200_0000, 0x0300_0000}) {
          assertEquals(List.of(), raw.handles(type));
        }
      }
    }
  }

  private static double commandsPerSecond(SwtpmProcess swtpm, long seed, int threads)
      throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    long start = System.nanoTime();
    long commands = 0;
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Program program = new Program("rm:" + swtpm.connectionString(), seed + 100L * i);
        all.add(pool.submit(program::run));
      }
      for (Future<Integer> each : all) {
        commands += each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertTrue(commands >= (long) threads * COMMANDS, "commands: " + commands);
    return commands * 1e9 / (System.nanoTime() - start);
  }

  /** One thread with a client of its own. */
  private static final class Program {

    private final String connectionString;
    private final long seed;
    private final SplittableRandom random;
    private int commands;

    Program(String connectionString, long seed) {
      this.connectionString = connectionString;
      this.seed = seed;
      this.random = new SplittableRandom(seed);
    }

    private Bytes someOctets() {
      byte[] octets = new byte[1 + random.nextInt(64)];
      random.nextBytes(octets);
      return Bytes.wrap(octets);
    }

    int run() throws IOException {
      try (Tpm20 tpm = Tpm20.over(Transports.open(connectionString))) {
        List<Handle> keys = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
          keys.add(new HmacKey(i).load(tpm));
          commands++;
        }
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          sessions.add(tpm.startSession().boundTo(keys.get(0), HmacKey.AUTH).start());
        }
        Session policy = tpm.startSession().policy().start();
        commands += 4;
        while (commands < COMMANDS) {
          step(tpm, keys, sessions, policy);
        }
        return commands;
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", command " + commands, e);
      }
    }

    private void step(Tpm20 tpm, List<Handle> keys, List<Session> sessions, Session policy)
        throws IOException {
      int which = random.nextInt(KEYS);
      switch (random.nextInt(16)) {
        case 0 -> hash(tpm);
        case 1 -> reload(tpm, keys, which);
        case 2 -> policy(tpm, policy);
        case 3 -> {
          assertEquals(16, tpm.execute(new GetRandom(16)).randomBytes().length());
          commands++;
        }
        default -> {
          Bytes data = someOctets();
          Authorization authorization =
              random.nextInt(4) == 0
                  ? sessions.get(random.nextInt(3)).authorize(HmacKey.AUTH).encryptingCommand()
                  : Authorization.password(HmacKey.AUTH);
          HmacKey key = new HmacKey(which);
          assertEquals(key.expected(data), key.in(tpm, keys.get(which), data, authorization));
          commands++;
        }
      }
    }

    private void hash(Tpm20 tpm) throws IOException {
      Bytes first = someOctets();
      Bytes second = someOctets();
      Handle sequence =
          tpm.execute(new HashSequenceStart(HmacKey.AUTH, AlgorithmId.SHA256)).sequenceHandle();
      Authorization password = Authorization.password(HmacKey.AUTH);
      tpm.execute(new SequenceUpdate(sequence, first), password);
      tpm.execute(new SequenceUpdate(sequence, second), password);
      assertEquals(
          Bank.SHA256.hash(first, second),
          tpm.execute(new SequenceComplete(sequence, Bytes.EMPTY, Handle.NULL), password)
              .result());
      commands += 4;
    }

    private void reload(Tpm20 tpm, List<Handle> keys, int which) throws IOException {
      tpm.execute(new FlushContext(keys.get(which)));
      keys.set(which, new HmacKey(which).load(tpm));
      assertEquals(KEYS, tpm.handles(0x8000_0000).size());
      commands += 3;
    }

    private void policy(Tpm20 tpm, Session policy) throws IOException {
      // Quote, RSA_Decrypt, HMAC_Start, Sign, Unseal: a TPM refuses codes it does not have.
      int code = new int[] {0x158, 0x159, 0x15b, 0x15d, 0x15e}[random.nextInt(5)];
      tpm.execute(new PolicyRestart(policy.handle()));
      tpm.execute(new PolicyCommandCode(policy.handle(), new CommandCode(code)));
      // Part 3, 23.11: H(old digest | TPM_CC_PolicyCommandCode | code).
      Bytes expected =
          Bank.SHA256.hash(
              Bytes.zeros(32), Bytes.hex("0000016c"), Bytes.hex(String.format("%08x", code)));
      assertEquals(expected, tpm.execute(new PolicyGetDigest(policy.handle())).policyDigest());
      commands += 3;
    }
  }
}

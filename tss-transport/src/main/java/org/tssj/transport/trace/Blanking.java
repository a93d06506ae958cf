package org.tssj.transport.trace;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tssj.transport.link.Frames;

/**
 * Which octets of a frame a trace leaves out, since they are secret or may be.
 *
 * <p>Those are the HMAC or password of every authorisation, and the parameters of every command and
 * response whose code is not known to carry nothing secret. Of a command that is not known at all,
 * and of a frame that is not built as it should be, only the header is written.
 */
final class Blanking {

  /**
   * Of one command.
   *
   * @param handles how many handles stand behind the header of the command
   * @param answered how many behind that of the response
   * @param open whether its parameters are known to be nobody's secret
   */
  private record Shape(int handles, int answered, boolean open) {}

  // Lines "handles, handles in the response, whether parameters are written", and below each the
  // commands it is true for. Random numbers are secret: keys are made of them.
  private static final Map<Integer, Shape> TPM20 =
      shapes(
          """
          0 0 open
            IncrementalSelfTest=142 SelfTest=143 Startup=144 Shutdown=145 FlushContext=165
            ECC_Parameters=178 GetCapability=17a GetTestResult=17c PCR_Read=17e ReadClock=181
            TestParms=18a
          0 0 secret
            FieldUpgradeData=141 StirRandom=146 FirmwareRead=179 GetRandom=17b Hash=17d
            EC_Ephemeral=18e
          0 1 secret
            ContextLoad=161 LoadExternal=167 HashSequenceStart=186
          1 0 open
            HierarchyControl=121 Clear=126 ClearControl=127 ClockSet=128 PCR_Allocate=12b
            PCR_SetAuthPolicy=12c PP_Commands=12d SetPrimaryPolicy=12e ClockRateAdjust=130
            NV_GlobalWriteLock=132 DictionaryAttackLockReset=139 DictionaryAttackParameters=13a
            PCR_Reset=13d SetCommandCodeAuditStatus=140 Quote=158 NV_ReadPublic=169
            PolicyAuthValue=16b PolicyCommandCode=16c PolicyCounterTimer=16d PolicyCpHash=16e
            PolicyLocality=16f PolicyNameHash=170 PolicyOR=171 ReadPublic=173 PolicyPCR=17f
            PolicyRestart=180 PCR_Extend=182 PolicyPhysicalPresence=187
            PolicyDuplicationSelect=188 PolicyGetDigest=189 PolicyPassword=18c
            PolicyNvWritten=18f PolicyTemplate=190
          1 0 secret
            ChangeEPS=124 ChangePPS=125 HierarchyChangeAuth=129 NV_DefineSpace=12a
            NV_ChangeAuth=13b PCR_Event=13c SequenceComplete=13e SetAlgorithmSet=13f Create=153
            ECDH_ZGen=154 HMAC=155 Import=156 RSA_Decrypt=159 SequenceUpdate=15c Sign=15d
            Unseal=15e ContextSave=162 ECDH_KeyGen=163 EncryptDecrypt=164 MakeCredential=168
            PolicyAuthorize=16a PolicyTicket=172 RSA_Encrypt=174 VerifySignature=177
            PCR_SetAuthValue=183 Commit=18b ZGen_2Phase=18d EncryptDecrypt2=193
            AC_GetCapability=194 Policy_AC_SendSelect=196 ACT_SetTimeout=198 ECC_Encrypt=199
            ECC_Decrypt=19a PolicyCapability=19b PolicyParameters=19c NV_DefineSpace2=19d
            NV_ReadPublic2=19e SetCapability=19f ReadOnlyControl=1a0 PolicyTransportSPDM=1a1
          1 1 secret
            CreatePrimary=131 Load=157 HMAC_Start=15b CreateLoaded=191
          2 0 open
            NV_UndefineSpaceSpecial=11f EvictControl=120 NV_UndefineSpace=122
            GetCommandAuditDigest=133 NV_Increment=134 NV_WriteLock=138 Certify=148 GetTime=14c
            NV_ReadLock=14f
          2 0 secret
            FieldUpgradeStart=12f NV_SetBits=135 NV_Extend=136 NV_Write=137
            ActivateCredential=147 CertifyCreation=14a Duplicate=14b NV_Read=14e
            ObjectChangeAuth=150 PolicySecret=151 Rewrap=152 PolicySigned=160
            EventSequenceComplete=185 CertifyX509=197
          2 1 open
            StartAuthSession=176
          3 0 open
            GetSessionAuditDigest=14d
          3 0 secret
            PolicyNV=149 NV_Certify=184 PolicyAuthorizeNV=192 AC_Send=195
          """);

  private static final Map<Integer, Shape> TPM12 =
      shapes(
          """
          0 0 open
            OIAP=a OSAP=b Extend=14 PcrRead=15 SelfTestFull=50 ContinueSelfTest=53
            GetTestResult=54 Reset=5a OwnerClear=5b DisableOwnerClear=5c ForceClear=5d
            DisableForceClear=5e GetCapability=65 GetCapabilityOwner=66 OwnerSetDisable=6e
            PhysicalEnable=6f PhysicalDisable=70 SetOwnerInstall=71 PhysicalSetDeactivated=72
            SetTempDeactivated=73 ReadPubek=7c OwnerReadInternalPub=81 SaveState=98 Startup=99
            PCR_Reset=c8 ReadCounter=de GetTicks=f1
          0 0 secret
            TakeOwnership=d ChangeAuthOwner=10 DSAP=11 CMK_CreateTicket=12 DirWriteAuth=19
            DirRead=1a CMK_SetRestrictions=1c CMK_ApproveMA=1d AuthorizeMigrationKey=2b
            CreateMaintenanceArchive=2c LoadMaintenanceArchive=2d KillMaintenanceFeature=2e
            LoadManuMaintPub=2f ReadManuMaintPub=30 SetCapability=3f ResetLockValue=40
            GetRandom=46 StirRandom=47 GetCapabilitySigned=64 SetOperatorAuth=74
            SetOwnerPointer=75 CreateEndorsementKeyPair=78 MakeIdentity=79 OwnerReadPubek=7d
            DisablePubekRead=7e CreateRevocableEK=7f RevokeTrust=80 GetAuditEvent=82
            GetAuditEventSigned=83 GetAuditDigest=85 GetOrdinalAuditStatus=8c
            SetOrdinalAuditStatus=8d Init=97 SHA1Start=a0 SHA1Update=a1 SHA1Complete=a2
            SHA1CompleteExtend=a3 FieldUpgrade=aa NV_DefineSpace=cc NV_WriteValue=cd
            NV_WriteValueAuth=ce NV_ReadValue=cf NV_ReadValueAuth=d0
            Delegate_UpdateVerification=d1 Delegate_Manage=d2 Delegate_CreateOwnerDelegation=d5
            Delegate_VerifyDelegation=d6 Delegate_LoadOwnerDelegation=d8 Delegate_ReadTable=db
            CreateCounter=dc IncrementCounter=dd ReleaseCounter=df ReleaseCounterOwner=e0
            ExecuteTransport=e7
          0 1 secret
            LoadKeyContext=b5 LoadAuthContext=b7
          1 0 open
            Quote=16 GetPubKey=21 EvictKey=22 Quote2=3e Terminate_Handle=96 FlushSpecific=ba
          1 0 secret
            ChangeAuth=c ChangeAuthAsymStart=e CMK_CreateKey=13 Seal=17 Unseal=18
            CMK_CreateBlob=1b UnBind=1e CreateWrapKey=1f LoadKey=20 KeyControlOwner=23
            CMK_ConvertMigration=24 MigrateKey=25 CreateMigrationBlob=28 DAA_Join=29
            ConvertMigrationBlob=2a DAA_Sign=31 Sign=3c Sealx=3d CertifySelfTest=52
            ActivateIdentity=7a GetAuditDigestSigned=86 SetRedirection=9a SaveKeyContext=b4
            SaveAuthContext=b6 SaveContext=b8 Delegate_CreateKeyDelegation=d4
            ReleaseTransportSigned=e8 TickStampBlob=f2
          1 1 secret
            LoadKey2=41 LoadContext=b9 EstablishTransport=e6
          2 0 open
            CertifyKey=32 CertifyKey2=33
          2 0 secret
            ChangeAuthAsymFinish=f
          """);

  private static final int TAG_12 = 0xc1;
  private static final int TAG_12_TWO_SESSIONS = 0xc3;
  private static final int TAG_12_RESPONSE = 0xc4;
  private static final int TAG_20 = 0x8001;
  private static final int TAG_20_SESSIONS = 0x8002;

  // TPM 1.2: handle, nonceOdd and continueAuthSession before the HMAC; in a response no handle.
  private static final int HMAC_12 = 20;
  private static final int BEFORE_HMAC_12 = 4 + 20 + 1;
  private static final int BEFORE_HMAC_12_RESPONSE = 20 + 1;

  private Blanking() {}

  private static Map<Integer, Shape> shapes(String table) {
    Map<Integer, Shape> shapes = new HashMap<>();
    Shape shape = new Shape(0, 0, false);
    for (String line : table.lines().toList()) {
      if (line.startsWith(" ")) {
        for (String command : line.strip().split(" ", -1)) {
          String code = command.substring(command.indexOf('=') + 1);
          shapes.put(Integer.parseInt(code, 16), shape);
        }
      } else {
        String[] words = line.split(" ", -1);
        shape =
            new Shape(
                Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2].equals("open"));
      }
    }
    return shapes;
  }

  /** True for each octet of a command that is left out. */
  static boolean[] ofCommand(byte[] command) {
    return blank(command, () -> command20(command), () -> command12(command));
  }

  /** True for each octet of the response to {@code command} that is left out. */
  static boolean[] ofResponse(byte[] command, byte[] response) {
    return blank(
        response, () -> response20(command, response), () -> response12(command, response));
  }

  /** Where a frame is read; empty if it is not built as it should be. */
  private interface Reading {
    Optional<boolean[]> blank();
  }

  private static boolean[] blank(byte[] frame, Reading as20, Reading as12) {
    if (frame.length < Frames.HEADER) {
      return allFrom(0, frame.length);
    }
    int tag = tag(frame);
    boolean is20 = tag == TAG_20 || tag == TAG_20_SESSIONS;
    return (is20 ? as20 : as12).blank().orElseGet(() -> allFrom(Frames.HEADER, frame.length));
  }

  private static Optional<boolean[]> command20(byte[] command) {
    Shape shape = TPM20.get(Frames.codeIn(command));
    if (shape == null) {
      return Optional.empty();
    }
    int parameters = Frames.HEADER + 4 * shape.handles;
    if (parameters > command.length) {
      return Optional.empty();
    }
    boolean[] blank = new boolean[command.length];
    if (tag(command) == TAG_20_SESSIONS) {
      if (parameters + 4 > command.length) {
        return Optional.empty();
      }
      int size = ByteBuffer.wrap(command).getInt(parameters);
      int from = parameters + 4;
      if (size < 0
          || size > command.length - from
          || !hmacs20(command, from, from + size, 4, blank)) {
        return Optional.empty();
      }
      parameters = from + size;
    }
    return Optional.of(parameters(blank, parameters, blank.length, shape));
  }

  private static Optional<boolean[]> response20(byte[] command, byte[] response) {
    Shape shape = TPM20.get(Frames.codeIn(command));
    int from = shape == null ? 0 : Frames.HEADER + 4 * shape.answered;
    if (shape == null || from > response.length) {
      return Optional.empty();
    }
    boolean[] blank = new boolean[response.length];
    if (tag(response) == TAG_20) {
      return Optional.of(parameters(blank, from, blank.length, shape));
    }
    if (from + 4 > response.length) {
      return Optional.empty();
    }
    int size = ByteBuffer.wrap(response).getInt(from);
    from += 4;
    if (size < 0
        || size > response.length - from
        || !hmacs20(response, from + size, response.length, 0, blank)) {
      return Optional.empty();
    }
    return Optional.of(parameters(blank, from, from + size, shape));
  }

  /** TPMS_AUTH_COMMAND or TPMS_AUTH_RESPONSE, one behind the other; false if they are not that. */
  private static boolean hmacs20(byte[] frame, int from, int to, int handle, boolean[] blank) {
    int at = from;
    while (at < to) {
      int nonce = at + handle;
      if (nonce + 2 > to) {
        return false;
      }
      int hmac = nonce + 2 + int16(frame, nonce) + 1;
      if (hmac + 2 > to || hmac + 2 + int16(frame, hmac) > to) {
        return false;
      }
      at = hmac + 2 + int16(frame, hmac);
      Arrays.fill(blank, hmac + 2, at, true);
    }
    return true;
  }

  private static Optional<boolean[]> command12(byte[] command) {
    Shape shape = TPM12.get(Frames.codeIn(command));
    int sessions = tag(command) - TAG_12;
    if (shape == null || sessions < 0 || sessions > TAG_12_TWO_SESSIONS - TAG_12) {
      return Optional.empty();
    }
    return frame12(command, shape.handles, sessions, BEFORE_HMAC_12, shape);
  }

  private static Optional<boolean[]> response12(byte[] command, byte[] response) {
    Shape shape = TPM12.get(Frames.codeIn(command));
    int sessions = tag(response) - TAG_12_RESPONSE;
    if (shape == null || sessions < 0 || sessions > TAG_12_TWO_SESSIONS - TAG_12) {
      return Optional.empty();
    }
    return frame12(response, shape.answered, sessions, BEFORE_HMAC_12_RESPONSE, shape);
  }

  private static Optional<boolean[]> frame12(
      byte[] frame, int handles, int sessions, int beforeHmac, Shape shape) {
    int from = Frames.HEADER + 4 * handles;
    int to = frame.length - sessions * (beforeHmac + HMAC_12);
    if (frame.length == Frames.HEADER) {
      return Optional.of(new boolean[frame.length]);
    }
    if (from > to) {
      return Optional.empty();
    }
    boolean[] blank = new boolean[frame.length];
    for (int i = 0; i < sessions; i++) {
      int hmac = to + i * (beforeHmac + HMAC_12) + beforeHmac;
      Arrays.fill(blank, hmac, hmac + HMAC_12, true);
    }
    return Optional.of(parameters(blank, from, to, shape));
  }

  private static boolean[] parameters(boolean[] blank, int from, int to, Shape shape) {
    if (!shape.open) {
      Arrays.fill(blank, from, to, true);
    }
    return blank;
  }

  private static boolean[] allFrom(int from, int length) {
    boolean[] blank = new boolean[length];
    Arrays.fill(blank, from, length, true);
    return blank;
  }

  private static int tag(byte[] frame) {
    return int16(frame, 0);
  }

  private static int int16(byte[] frame, int offset) {
    return (frame[offset] & 0xff) << 8 | frame[offset + 1] & 0xff;
  }
}

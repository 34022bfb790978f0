--- Classic BPF programs: attached, felt, asked for, taken off, refused.

local llsocket = require "llsocket"
local kernel = require "kernel"
local support = require "support"

local addrinfo, socket = llsocket.addrinfo, llsocket.socket
local expect, keep = support.expect, support.keep
local DGRAM = llsocket.SOCK_DGRAM

-- The instructions that are used here, by what linux/filter.h puts together for them.
local function byte_at(k) return { 48, 0, 0, k } end
local function equal(k, yes, no) return { 21, yes, no, k } end
local function keep_bytes(k) return { 6, 0, 0, k } end
local answer_a = { 22, 0, 0, 0 }
local header = 8 -- A UDP socket's filter sees the UDP header, too.

--- Only datagrams that begin with "y".
local picky = { byte_at(header), equal(("y"):byte(), 0, 1), keep_bytes(65535), keep_bytes(0) }

local function both()
  local sock, ai = support.udp()
  local out = support.udp()
  sock:rcvtimeo(0.1)
  return sock, function(text) expect.done(out:sendto(text, ai)) end
end

describe("sock:attachfilter", function()
  support.watch()

  it("drops what the program does not let through", function()
    local sock, send = both()
    assert.are.same(picky, expect.value(sock:attachfilter(picky)))
    send("no")
    send("yes")
    send("never")
    assert.equal("yes", expect.done(sock:recv()))
    expect.again(sock:recv())
    assert.is_true(expect.value(sock:detachfilter()))
    send("now")
    assert.equal("now", expect.done(sock:recv()))
  end)

  it("drops everything, and cuts what is too long", function()
    local sock, send = both()
    sock:attachfilter { keep_bytes(0) }
    send("lost")
    expect.again(sock:recv())
    sock:attachfilter { keep_bytes(header + 3) }
    send("12345")
    assert.equal("123", expect.done(sock:recv()))
  end)

  it("filters unix datagrams", function()
    local one, two = support.pair(DGRAM)
    two:rcvtimeo(0.1)
    two:attachfilter { byte_at(0), equal(("y"):byte(), 0, 1), keep_bytes(65535), keep_bytes(0) }
    one:send("no")
    one:send("yes")
    assert.equal("yes", expect.done(two:recv()))
    expect.again(two:recv())
  end)

  it("filters what a packet socket receives", function()
    local capture, why = kernel.capture(llsocket.ETH_P_IP)
    if not capture then pending("no packet sockets: " .. why) end
    local sock, send = both()
    local port = sock:getsockname():port()
    -- UDP alone, and to the port alone, behind an IP header without options.
    capture:attachfilter {
      byte_at(9), equal(llsocket.IPPROTO_UDP, 0, 3), { 40, 0, 0, 22 }, equal(port, 0, 1), keep_bytes(65535), keep_bytes(0),
    }
    capture:rcvtimeo(0.1)
    while capture:recv() do end
    send("seen")
    local stranger, ai = support.udp()
    stranger:sendto("unseen", ai)
    assert.equal("seen", expect.done(capture:recv()):sub(-4))
    expect.again(capture:recv())
  end)

  it("answers the program that is attached", function()
    local sock = support.udp()
    assert.are.same({}, expect.value(sock:attachfilter()))
    sock:attachfilter(picky)
    assert.are.same(picky, expect.value(sock:attachfilter()))
    local most = {}
    for i = 1, 4096 do most[i] = keep_bytes(i) end
    sock:attachfilter { keep_bytes(4294967295) }
    assert.are.same({ keep_bytes(4294967295) }, expect.value(sock:attachfilter()))
    local value, text, errno = sock:attachfilter(most)
    -- The kernel charges a program to the socket's memory.
    if value then
      assert.are.same(most, expect.value(sock:attachfilter()))
    else
      assert.equal(llsocket.ENOMEM, errno, text)
    end
    sock:detachfilter()
    assert.are.same({}, expect.value(sock:attachfilter()))
  end)

  it("refuses a program that is wrong", function()
    local sock = support.udp()
    sock:attachfilter(picky)
    local long = {}
    for i = 1, 4097 do long[i] = keep_bytes(1) end
    for _, program in ipairs { {}, long, { byte_at(0) }, { { 65535, 0, 0, 0 } }, { equal(1, 200, 200), keep_bytes(1) } } do
      expect.failed("V", "EINVAL", sock:attachfilter(program))
    end
    assert.are.same(picky, sock:attachfilter())
  end)

  it("is misused with what is no program", function()
    local sock = support.udp()
    for _, junk in ipairs { 1, "program", true, { 1 }, { "x" }, { {} }, { { 6, 0, 0 } }, { { 6, 0, 0, "1" } }, { { 6, 0, 0, 0.5 } },
        { { 65536, 0, 0, 0 } }, { { 6, 256, 0, 0 } }, { { 6, 0, -1, 0 } }, { { 6, 0, 0, 2 ^ 32 } } } do
      expect.misuse(1, "attachfilter", ".+", ".+", sock.attachfilter, sock, junk)
      expect.misuse(1, "reuseportcbpf", ".+", ".+", sock.reuseportcbpf, sock, junk)
    end
    expect.misuse(1, "reuseportcbpf", ".+", "no value", sock.reuseportcbpf, sock)
    assert.are.same({}, sock:attachfilter())
  end)

  it("is not for closed sockets", function()
    local sock = support.udp()
    sock:close()
    expect.failed("V", "EBADF", sock:attachfilter())
    expect.failed("V", "EBADF", sock:attachfilter(picky))
    expect.failed("V", "EBADF", sock:detachfilter())
    expect.failed("V", "EBADF", sock:reuseportcbpf(picky))
  end)
end)

describe("sock:detachfilter", function()
  support.watch()

  it("is ENOENT where there is none, EPERM where it is locked", function()
    local sock = support.udp()
    expect.failed("V", "ENOENT", sock:detachfilter())
    sock:attachfilter(picky)
    expect.quiet(sock:setsockopt(llsocket.SOL_SOCKET, llsocket.SO_LOCK_FILTER, 1))
    for _, refused in ipairs { support.pack(sock:detachfilter()), support.pack(sock:attachfilter(picky)) } do
      assert.is_nil(refused[1])
      assert.equal(llsocket.EPERM, refused[3], refused[2])
    end
    assert.are.same(picky, sock:attachfilter())
  end)
end)

describe("sock:reuseportcbpf", function()
  support.watch()

  local function group(count)
    local socks, ai = {}, addrinfo.inet("127.0.0.1", 0, DGRAM)
    for i = 1, count do
      socks[i] = keep(expect.value(socket.new(ai)))
      socks[i]:reuseport(true)
      expect.quiet(socks[i]:bind())
      socks[i]:nonblock(true)
      ai = socks[i]:getsockname()
    end
    return socks, ai
  end

  it("chooses the socket by what arrives", function()
    local socks, ai = group(3)
    -- The first byte of the datagram is the socket's place.
    assert.are.same({ byte_at(0), answer_a }, expect.value(socks[2]:reuseportcbpf { byte_at(0), answer_a }))
    local out = support.udp()
    for _, place in ipairs { 2, 0, 1, 1, 2, 0, 0 } do
      expect.done(out:sendto(string.char(place), ai))
      for i, sock in ipairs(socks) do
        if i == place + 1 then
          assert.equal(string.char(place), expect.done(sock:recv()))
        else
          expect.again(sock:recv())
        end
      end
    end
  end)

  it("chooses the one socket for all", function()
    local socks, ai = group(4)
    expect.value(socks[1]:reuseportcbpf { keep_bytes(3) })
    for _ = 1, 20 do expect.done((support.udp()):sendto("x", ai)) end
    for _ = 1, 20 do assert.equal("x", expect.done(socks[4]:recv())) end
    for i = 1, 3 do expect.again(socks[i]:recv()) end
  end)

  it("refuses a program that is wrong, and sockets without reuseport", function()
    local socks = group(1)
    expect.failed("V", "EINVAL", socks[1]:reuseportcbpf {})
    expect.failed("V", "EINVAL", socks[1]:reuseportcbpf { byte_at(0) })
    local value, text, errno = (support.udp()):reuseportcbpf { keep_bytes(0) }
    assert.is_nil(value)
    assert.is_true(errno == llsocket.EINVAL or kernel.lacks(errno), text)
  end)
end)

describe("a loaded program's descriptor", function()
  support.watch()

  for _, name in ipairs { "attachbpf", "reuseportebpf" } do
    it("is asked for by " .. name, function()
      local sock = support.udp()
      sock:reuseport(true)
      for _, fd in ipairs { -1, 2 ^ 20 } do
        expect.failed("V", "EBADF", sock[name](sock, fd))
      end
      expect.failed("V", "EINVAL", sock[name](sock, sock:fd()))
    end)
  end
end)

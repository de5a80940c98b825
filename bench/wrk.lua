-- Sends the bodies of a file, one a line, in turn. Arguments: the file, then pairs of header names and values.
local requests, at, failed = {}, 0, 0

function init(args)
  local headers = { ["Content-Type"] = "application/json" }
  for i = 2, #args - 1, 2 do
    headers[args[i]] = args[i + 1]
  end
  for body in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("POST", nil, headers, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"bytes":%d,"failed":%d,"p50":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration, summary.bytes,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000
  ))
end

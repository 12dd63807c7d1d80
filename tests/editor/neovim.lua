-- What Neovim makes of the language server: run without a window by neovim.test.ts, which reads what it prints.
local folder = vim.env.CONTENT_DIR
local file = folder .. '/articles/model.mdx'
local said = {}

local function await(what, look)
  if vim.wait(60000, look, 20) then return end
  io.stderr:write('Neovim waited in vain for ' .. what .. '\n')
  vim.cmd('cquit!')
end

local client = vim.lsp.start_client({
  name = 'micromile',
  cmd = { 'npm', 'run', '-s', 'lsp' },
  root_dir = vim.fn.getcwd(),
})
-- As content/README.md says: without it a file of this kind has no type, and no server.
vim.filetype.add({ extension = { mdx = 'mdx' } })
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'mdx',
  callback = function(event) vim.lsp.buf_attach_client(event.buf, client) end,
})
vim.cmd('edit ' .. file)
local buffer = vim.api.nvim_get_current_buf()

local function ask(method, line, column, more)
  local params = vim.tbl_extend('force', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    position = { line = line, character = column },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/' .. method, params, 60000)
  local answer = answers and answers[client]
  if answer == nil or answer.err then
    io.stderr:write(method .. ': ' .. vim.inspect(answer) .. '\n')
    vim.cmd('cquit!')
  end
  return answer.result
end

-- Types a line under the last, letter by letter as keys do.
local function type_line(text)
  vim.cmd('normal! Go')
  vim.api.nvim_feedkeys('A' .. text .. vim.api.nvim_replace_termcodes('<Esc>', true, false, true), 'xt', false)
  return vim.api.nvim_buf_line_count(buffer) - 1
end

await('the server', function() return vim.lsp.buf_get_clients(buffer)[client] ~= nil end)

local line = type_line('Ümläute 🏃 are fine, and it is so [@iron-tset].')
await('diagnostics', function()
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    if one.message:find('iron%-tset') then
      local text = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1]
      said.diagnostic = one.message
      said.underlined = text:sub(one.col + 1, one.end_col)
      return true
    end
  end
  return false
end)

line = type_line('It is so [@iron-f')
local list = ask('completion', line, #'It is so [@iron-f')
local items = vim.lsp.util.text_document_completion_list_to_complete_items(list, 'iron-f')
said.completion = items[1] and items[1].word
vim.cmd('normal! dd')

local text = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
for number, words in ipairs(text) do
  local at = words:find('@iron%-prevalence')
  if at then
    local hover = ask('hover', number - 1, at + 2)
    said.hover = vim.lsp.util.convert_input_to_markdown_lines(hover.contents)
    local edit = ask('rename', number - 1, at + 2, { newName = 'iron-common' })
    vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
    break
  end
end
said.renamed = #vim.tbl_filter(function(words) return words:find('@iron%-common') end, vim.api.nvim_buf_get_lines(buffer, 0, -1, false))
said.claims = #vim.tbl_filter(function(words) return words:find('id: iron%-common') end, vim.fn.getbufline(folder .. '/claims/iron.yaml', 1, '$'))

io.stdout:write(vim.fn.json_encode(said) .. '\n')
vim.cmd('qall!')
